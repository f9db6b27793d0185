package dev.understudy.road;

/** Is notified of every answer before it is sent. */
@FunctionalInterface
public interface AnswerListener {
    /**
     * Notifies the listener of an answer.
     *
     * @param nanos the time since the first byte of the request, in nanoseconds
     */
    void answered(Answer answer, long nanos);
}
