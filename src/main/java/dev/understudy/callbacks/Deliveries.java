package dev.understudy.callbacks;

/** Is told of requests that an API sent, once their outcome is known. */
@FunctionalInterface
public interface Deliveries {
    /** Nobody hears of them. */
    Deliveries UNHEARD = delivery -> {};

    /** One was answered, or was not. */
    void delivered(Delivery delivery);
}
