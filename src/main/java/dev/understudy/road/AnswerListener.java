package dev.understudy.road;

/** Is told of every answer before it is sent. */
@FunctionalInterface
public interface AnswerListener {
    /**
     * Hears of one.
     *
     * @param nanos how long it took from the first byte of the request
     */
    void answered(Answer answer, long nanos);
}
