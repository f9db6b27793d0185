package dev.understudy.mocks.anyspec.collections;

import java.math.BigInteger;

/**
 * The part of a list that a page shows.
 *
 * @param from how many records come before it, were there as many; a client may ask for any number
 * @param size how many it has room for
 * @param total how many there are
 * @param firstPage the number of the first page
 */
record Window(BigInteger from, long size, int total, int firstPage) {
    Window(long from, long size, int total, int firstPage) {
        this(BigInteger.valueOf(from), size, total, firstPage);
    }

    /** The page of this number. */
    static Window page(BigInteger page, long size, int total, int firstPage) {
        BigInteger before = page.subtract(BigInteger.valueOf(firstPage)).max(BigInteger.ZERO);
        return new Window(before.multiply(BigInteger.valueOf(size)), size, total, firstPage);
    }

    /** The index of its first record; the number of records if it is behind all of them. */
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

    /** The number of the page that has so many records before it. */
    BigInteger page(BigInteger records) {
        BigInteger before = size == 0 ? BigInteger.ZERO : records.divide(BigInteger.valueOf(size));
        return before.add(BigInteger.valueOf(firstPage));
    }

    /** How many records come before the last page. */
    long last() {
        return size == 0 || total == 0 ? 0 : (total - 1) / size * size;
    }

    /** How many records come before the page before this one, which is the last one if this is behind all records. */
    long previous() {
        return begin() < total ? Math.max(0, begin() - size) : last();
    }

    /** How many records come before the page behind this one, be there any or not. */
    BigInteger following() {
        return from.add(BigInteger.valueOf(size));
    }
}
