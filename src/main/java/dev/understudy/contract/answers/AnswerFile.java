package dev.understudy.contract.answers;

/**
 * A file that is meant to be an answer.
 *
 * @param name below the folder of answers, with slashes: {@code printInvoice.200.pdf}
 * @param shown the file as its owner would type it
 * @param bytes what is in it; nobody changes them
 */
public record AnswerFile(String name, String shown, byte[] bytes) {}
