package dev.understudy.cli;

import java.util.List;

/** Rows as lines with aligned columns, two spaces apart. */
final class Table {
    private Table() {}

    static List<String> of(List<List<String>> rows) {
        return rows.stream().map(row -> line(row, rows)).toList();
    }

    private static String line(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder(" ");
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width =
                    rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
            line.append(' ')
                    .append(row.get(column))
                    .append(" ".repeat(width - row.get(column).length()))
                    .append(' ');
        }
        return line.toString().stripTrailing();
    }
}
