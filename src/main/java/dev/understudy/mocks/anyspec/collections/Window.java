package dev.understudy.mocks.anyspec.collections;

import java.math.BigInteger;

/**
 * The part of a list that a page shows.
 *
 * @param from how many records come before it, whether they exist or not; a client may request any number
 * @param size the page size
 * @param total the total number of records
 * @param firstPage the number of the first page
 */
record Window(BigInteger from, long size, int total, int firstPage) {
    Window(long from, long size, int total, int firstPage) {
        this(BigInteger.valueOf(from), size, total, firstPage);
    }

    /** The page with this number. */
    static Window page(BigInteger page, long size, int total, int firstPage) {
        BigInteger before = page.subtract(BigInteger.valueOf(firstPage)).max(BigInteger.ZERO);
        return new Window(before.multiply(BigInteger.valueOf(size)), size, total, firstPage);
    }

    /** The index of its first record; the total if the page is past the end. */
    int begin() {
        return from.bitLength() < Integer.SIZE ? (int) Math.min(from.longValue(), total) : total;
    }

    int end() {
        return begin() + (int) Math.min(size, total - begin());
    }

    int count() {
        return end() - begin();
    }

    boolean hasNext() {
        return size > 0 && end() < total;
    }

    boolean hasPrevious() {
        return size > 0 && from.signum() > 0;
    }

    long pages() {
        return size == 0 || total == 0 ? 0 : (total - 1) / size + 1;
    }

    BigInteger page() {
        return page(from);
    }

    /** The number of the page that starts after this many records. */
    BigInteger page(BigInteger records) {
        BigInteger before = size == 0 ? BigInteger.ZERO : records.divide(BigInteger.valueOf(size));
        return before.add(BigInteger.valueOf(firstPage));
    }

    /** How many records come before the last page. */
    long last() {
        return size == 0 || total == 0 ? 0 : (total - 1) / size * size;
    }

    /** How many records come before the previous page, which is the last page if this one is past the end. */
    long previous() {
        return begin() < total ? Math.max(0, begin() - size) : last();
    }

    /** How many records come before the next page, whether it has any or not. */
    BigInteger following() {
        return from.add(BigInteger.valueOf(size));
    }
}
