package dev.clientele.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report as somebody reads it: by heading and by table. */
public final class Printed {

    private final List<String> lines;

    public Printed(String report) {
        this.lines = report.lines().toList();
    }

    /** The rows below a table's head, each as its cells that aren't empty; the total below the last rule included. */
    public List<List<String>> table(String firstHead, String secondHead) {
        int head = 0;
        while (!startsWith(cells(lines.get(head)), firstHead, secondHead)) {
            head++;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = head + 2; i < lines.size() && !lines.get(i).isBlank(); i++) {
            if (!lines.get(i).strip().startsWith("──")) {
                rows.add(cells(lines.get(i)));
            }
        }
        return rows;
    }

    /** All lines as one text, without line breaks within it. */
    public String flowing() {
        return lines.stream().map(String::strip).collect(Collectors.joining(" "));
    }

    private static boolean startsWith(List<String> cells, String first, String second) {
        return cells.size() > 1 && cells.get(0).equals(first) && cells.get(1).equals(second);
    }

    private static List<String> cells(String line) {
        return List.of(line.strip().split(" {2,}", -1));
    }
}
