package com.example.bookshop;

/** A book, as far as the shop wants to know. */
public record Book(int id, String title, String author, String status) {}
