package dev.understudy.junit;

/** Thrown when calls of a test broke the contract; the message lists the calls and their violations. */
public final class ContractBroken extends AssertionError {
    private static final long serialVersionUID = 1;

    ContractBroken(String report) {
        super(report);
    }
}
