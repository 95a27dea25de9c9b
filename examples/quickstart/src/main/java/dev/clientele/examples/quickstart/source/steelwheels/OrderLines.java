package dev.clientele.examples.quickstart.source.steelwheels;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines that stream in the order of their orders, handed out order by order. */
final class OrderLines {

    /** A line and the order that it belongs to. */
    record NumberedLine(int order, OrderLine line) {}

    private final Stream<NumberedLine> stream;
    private final Iterator<NumberedLine> lines;
    private @Nullable NumberedLine next;

    OrderLines(Stream<NumberedLine> stream) {
        this.stream = stream;
        this.lines = stream.iterator();
        this.next = following();
    }

    /** The lines of the order whose turn it is; none if the next line belongs to another. */
    List<OrderLine> of(int order) {
        List<OrderLine> found = new ArrayList<>();
        for (NumberedLine line = next; line != null && line.order() == order; line = next) {
            found.add(line.line());
            next = following();
        }
        return found;
    }

    private @Nullable NumberedLine following() {
        return lines.hasNext() ? lines.next() : null;
    }

    void close() {
        stream.close();
    }
}
