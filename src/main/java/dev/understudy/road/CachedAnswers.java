package dev.understudy.road;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Body;
import dev.understudy.kept.RequestCache;
import dev.understudy.session.Strictness;

/**
 * Caches checked answers by request. All sessions that have changed nothing share them. They are valid only for one
 * load of contracts and fixtures, so the filter must not outlive it.
 */
public final class CachedAnswers implements Filter {
    /** Statuses from here on are failures of the server, which are never cached. */
    private static final int OUR_FAULT = 500;

    private final RequestCache<Answer> answers;
    private final Strictness usual;

    /**
     * A filter with a cache.
     *
     * @param bytes the maximum size of the cache
     * @param use counts hits and misses
     */
    public CachedAnswers(long bytes, StatsCounter use) {
        this(bytes, Strictness.FAIL, use);
    }

    /**
     * A filter with a cache.
     *
     * @param usual the strictness of most calls; only their answers are cached
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

    /** The current size of the cache in bytes. */
    public long bytes() {
        return answers.bytes();
    }

    private boolean isShared(IncomingRequest incoming) {
        return incoming.sessionError() == null
                && incoming.strictness().isSameAs(usual)
                && incoming.session().isLikeOthers()
                && incoming.request().body() instanceof Body.Whole;
    }

    private static boolean isLasting(Answer answer) {
        return answer.isLasting() && answer.response().status() < OUR_FAULT;
    }
}
