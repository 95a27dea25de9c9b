package dev.clientele.examples.cli.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What a picture shows, as a table: for those who want the numbers or can't see the picture.
 *
 * @param heads of the columns
 * @param rows with as many cells each
 */
public record DataTable(List<String> heads, List<List<String>> rows) {

    /** Copies. */
    public DataTable {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Without rows yet. */
    public static DataTable of(String... heads) {
        return new DataTable(List.of(heads), List.of());
    }

    /** With a row more. */
    public DataTable with(List<String> row) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(row);
        return new DataTable(heads, more);
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        heads.forEach(head ->
                html.append("<th scope=\"col\">").append(Html.escape(head)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String cell = i == 0 ? "th scope=\"row\"" : "td";
                html.append('<')
                        .append(cell)
                        .append('>')
                        .append(Html.escape(row.get(i)))
                        .append(i == 0 ? "</th>" : "</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }
}
