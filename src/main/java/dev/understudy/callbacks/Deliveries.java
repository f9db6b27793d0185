package dev.understudy.callbacks;

/** Is told of requests that an API sent, once their outcome is known, and of those that it may not send. */
@FunctionalInterface
public interface Deliveries {
    /** Nobody hears of them. */
    Deliveries UNHEARD = delivery -> {};

    /** One was answered, or was not, or is not sent. */
    void delivered(Delivery delivery);
}
