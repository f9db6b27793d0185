package dev.understudy.contract;

/** One of the responses that an operation documents, and the status that it is sent with. */
public record ChosenAnswer(int status, Answer answer) {}
