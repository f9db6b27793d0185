package dev.understudy.road;

import static dev.understudy.road.Pets.get;
import static dev.understudy.road.Pets.pets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Effect;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.session.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayedTest {
    private static final Duration TIME = Duration.ofMillis(300);

    @Test
    void all_answers_wait_but_for_preflights_and_those_that_have_an_effect_already() {
        Exchange plain = Pets.road(Pets.contract(), Pets.api(call -> pets("Ada")));
        Exchange delayed = new Delayed(TIME).around(plain);

        assertThat(delayed.answer(get("/zoo/pets")).effect()).isEqualTo(new Effect.Delay(TIME));
        var preflight = new IncomingRequest(get("/zoo/pets"), new Session(""), ScanBudget.UNLIMITED);
        assertThat(delayed.answer(preflight).effect()).isEqualTo(Effect.NONE);
        var cut = new Effect.Cut(Effect.Point.BEFORE_HEAD);
        Exchange own = incoming -> plain.answer(incoming).with(cut);
        assertThat(new Delayed(TIME).around(own).answer(get("/zoo/pets")).effect())
                .isEqualTo(cut);
    }
}
