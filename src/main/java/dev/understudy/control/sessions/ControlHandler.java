package dev.understudy.control.sessions;

import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import java.util.List;

/** What all handlers of the control API share: they need no collections, and refuse calls with a problem (RFC 9457). */
interface ControlHandler extends MockApi {
    @Override
    default List<Fixture<?>> fixtures() {
        return List.of();
    }

    @Override
    default Reply refuse(Refusal refusal) {
        return Problems.reply(refusal);
    }
}
