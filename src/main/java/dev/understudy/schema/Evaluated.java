package dev.understudy.schema;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The members of an object, or the elements of an array, that some keyword has looked at (JSON Schema Core 11). */
final class Evaluated {
    final Set<String> names = new HashSet<>();
    final BitSet indexes = new BitSet();
}
