package dev.understudy.junit;

/** A test's calls broke the contract; the message has all of them, with what was wrong. */
public final class ContractBroken extends AssertionError {
    private static final long serialVersionUID = 1;

    ContractBroken(String report) {
        super(report);
    }
}
