package dev.understudy.mocks.anyspec.collections;

/**
 * The part of a list that a page shows.
 *
 * @param from how many records come before it
 * @param size how many it has room for
 * @param total how many there are
 * @param firstPage the number of the first page
 */
record Window(int from, int size, int total, int firstPage) {
    int end() {
        return (int) Math.min(total, (long) from + size);
    }

    int count() {
        return Math.max(0, end() - from);
    }

    boolean hasNext() {
        return size > 0 && end() < total;
    }

    boolean hasPrevious() {
        return size > 0 && from > 0;
    }

    int pages() {
        return size == 0 ? 0 : (total + size - 1) / size;
    }

    int page() {
        return size == 0 ? firstPage : from / size + firstPage;
    }

    /** How many records come before the last page. */
    int last() {
        return size == 0 || total == 0 ? 0 : (total - 1) / size * size;
    }

    int previous() {
        return Math.max(0, from - size);
    }
}
