package dev.understudy.road;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Body;
import dev.understudy.kept.RequestCache;
import dev.understudy.session.Strictness;

/**
 * Sends answers again that came through the border before. They are shared by all sessions that have changed nothing,
 * and are dropped with what was loaded: the filter must not outlive it.
 */
public final class CachedAnswers implements Filter {
    /** Statuses from here on are failures of ours; they are worked out anew each time. */
    private static final int OUR_FAULT = 500;

    private final RequestCache<Answer> answers;
    private final Strictness usual;

    /**
     * A filter that keeps answers.
     *
     * @param bytes how many are kept at most
     * @param use hears of each request whether its answer was kept
     */
    public CachedAnswers(long bytes, StatsCounter use) {
        this(bytes, Strictness.FAIL, use);
    }

    /**
     * The same.
     *
     * @param usual what becomes of most calls that break their contract: only their answers are kept
     */
    public CachedAnswers(long bytes, Strictness usual, StatsCounter use) {
        this.usual = usual;
        answers = new RequestCache<>(bytes, Answer::weight, Answer::kept, use);
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> isShared(incoming)
                ? answers.get(incoming.request(), seen -> next.answer(incoming.with(seen)), CachedAnswers::isLasting)
                : next.answer(incoming);
    }

    /** How many bytes are kept now. */
    public long bytes() {
        return answers.bytes();
    }

    private boolean isShared(IncomingRequest incoming) {
        return incoming.sessionError() == null
                && incoming.strictness().equals(usual)
                && incoming.session().isLikeOthers()
                && incoming.request().body() instanceof Body.Whole;
    }

    private static boolean isLasting(Answer answer) {
        return answer.isLasting() && answer.response().status() < OUR_FAULT;
    }
}
