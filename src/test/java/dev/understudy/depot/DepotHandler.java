package dev.understudy.depot;

import static java.util.Comparator.comparing;

import dev.understudy.api.ErrorReply;
import dev.understudy.api.Fixture;
import dev.understudy.api.Outcome;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Order;
import dev.understudy.fixture.State;
import java.util.List;
import java.util.Optional;

/** Takes parcels in, shows them, and hands them out. */
final class DepotHandler implements DepotApi {
    static final CollectionKey<StoredParcel> PARCELS = new CollectionKey<>("depot/parcels/parcels", StoredParcel::id);
    private static final Order<StoredParcel> BY_NUMBER =
            Order.by("number", comparing(parcel -> parcel.shown().number()));

    @Override
    public List<Fixture<?>> fixtures() {
        return List.of(new Fixture<>(PARCELS, StoredParcel.BINDER));
    }

    @Override
    public ListParcelsReply listParcels(ListParcelsCall call, State state) {
        FixtureSet<StoredParcel> parcels = state.set(PARCELS)
                .sorted(BY_NUMBER)
                .where(parcel -> parcel.depot().equals(call.depot()))
                .where(parcel -> parcel.shown().weight() > call.heavierThan());
        List<Parcel> shown = parcels.stream().map(StoredParcel::shown).toList();
        return new ListParcelsReply.Status200(new Parcels(shown), shown.size());
    }

    @Override
    public Outcome<AddParcelReply> addParcel(AddParcelCall call, State state) {
        int number = 1
                + state.set(PARCELS).stream()
                        .mapToInt(parcel -> parcel.shown().number())
                        .max()
                        .orElse(0);
        var parcel = new Parcel(
                number, call.body().weight(), call.body().note(), call.body().volume());
        var reply = new AddParcelReply.Status201(parcel, "/depots/" + call.depot() + "/parcels/" + number);
        return new Outcome<>(reply, state.put(PARCELS, new StoredParcel(call.depot(), parcel, null)));
    }

    @Override
    public GetParcelReply getParcel(GetParcelCall call, State state) {
        Optional<StoredParcel> found = find(state, call.depot(), call.number());
        if (found.isEmpty()) {
            return new GetParcelReply.Status404(none(call.number()));
        }
        Parcel shown = found.get().shown();
        String note = call.xLanguage() == Language.NL && shown.note() != null ? "NL: " + shown.note() : shown.note();
        List<String> marks = shown.weight() > 10 ? List.of("heavy", "two people") : null;
        Parcel answered = new Parcel(shown.number(), shown.weight(), note, shown.volume());
        return new GetParcelReply.Status200(answered, shown.weight(), marks);
    }

    @Override
    public Outcome<RemoveParcelReply> removeParcel(RemoveParcelCall call, State state) {
        return find(state, call.depot(), call.number())
                .map(parcel -> new Outcome<RemoveParcelReply>(
                        new RemoveParcelReply.Status204(), state.remove(PARCELS, parcel.id())))
                .orElseGet(() -> new Outcome<>(new RemoveParcelReply.Status404(none(call.number())), state));
    }

    @Override
    public GetLabelReply getLabel(GetLabelCall call, State state) {
        return find(state, call.depot(), call.number())
                .flatMap(parcel -> Optional.ofNullable(parcel.label()))
                .<GetLabelReply>map(GetLabelReply.Status200::new)
                .orElseGet(() -> new GetLabelReply.Status404(none(call.number())));
    }

    @Override
    public Outcome<PutLabelReply> putLabel(PutLabelCall call, State state) {
        return find(state, call.depot(), call.number())
                .map(parcel -> new Outcome<PutLabelReply>(
                        new PutLabelReply.Status204(),
                        state.put(PARCELS, new StoredParcel(parcel.depot(), parcel.shown(), call.body()))))
                .orElseGet(() -> new Outcome<>(new PutLabelReply.Status404(none(call.number())), state));
    }

    @Override
    public GetNoteReply getNote(GetNoteCall call, State state) {
        return find(state, call.depot(), call.number())
                .flatMap(parcel -> Optional.ofNullable(parcel.shown().note()))
                .<GetNoteReply>map(GetNoteReply.Status200::new)
                .orElseGet(() -> new GetNoteReply.Status404(none(call.number())));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        return new ErrorReply(
                refusal.status(),
                new ApiError(
                        refusal.violations().stream().map(Violation::message).toList()));
    }

    private static Optional<StoredParcel> find(State state, String depot, int number) {
        return state.set(PARCELS).find(String.valueOf(number)).filter(parcel -> parcel.isAt(depot, number));
    }

    private static ApiError none(int number) {
        return new ApiError(List.of("No parcel " + number + " is there, or not with that."));
    }
}
