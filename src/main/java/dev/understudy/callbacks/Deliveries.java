package dev.understudy.callbacks;

/** Hears of requests that an API sent, once it is known what came of them. */
@FunctionalInterface
public interface Deliveries {
    /** Nobody hears of them. */
    Deliveries UNHEARD = delivery -> {};

    /** One was answered, or was not. */
    void delivered(Delivery delivery);
}
