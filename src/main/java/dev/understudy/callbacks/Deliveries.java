package dev.understudy.callbacks;

/** Is notified of requests that an API sent, when their outcome is known, and of those that were not sent. */
@FunctionalInterface
public interface Deliveries {
    /** Ignores all notifications. */
    Deliveries UNHEARD = delivery -> {};

    /** A request was answered, was not answered, or was not sent. */
    void delivered(Delivery delivery);
}
