package dev.clientele.core.store;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Streams;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Page;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A selection of the events about any of several records: of one log, in one order, each event once. */
final class MergedEventSelection<T extends Event<T>> implements EventSelection<T> {

    private static final int PAGE_SIZE = 1000;

    private final SessionContext scope;
    private final List<StoredEventSelection<T>> each;
    private final StoredEventSelection<T> first;

    /**
     * Creates a selection of what others select.
     *
     * @param each one for each record; the first gives page tokens their name
     */
    MergedEventSelection(SessionContext scope, List<StoredEventSelection<T>> each) {
        this.scope = scope;
        this.each = List.copyOf(each);
        this.first = each.get(0);
    }

    private MergedEventSelection<T> map(UnaryOperator<StoredEventSelection<T>> change) {
        return new MergedEventSelection<>(scope, each.stream().map(change).toList());
    }

    @Override
    public EventSelection<T> and(Criteria more) {
        return map(one -> one.and(more));
    }

    @Override
    public EventSelection<T> oldestFirst() {
        return map(StoredEventSelection::oldestFirst);
    }

    @Override
    public Page<T> page(int limit) {
        return page(limit, (@Nullable String) null);
    }

    @Override
    public Page<T> page(int limit, @Nullable String next) {
        PageTokenCodec token = first.token();
        PageRequest request = token.request(limit, next);
        return scope.read(unit -> FilteredPageReader.convert(read(unit, request), first::event, token));
    }

    /** Any page begins after the same place in all of them, so the first of what they give are the first of all. */
    private ResultPage<LogEntry> read(UnitOfWork unit, PageRequest request) {
        TreeSet<LogEntry> found = new TreeSet<>(first::compare);
        boolean more = false;
        for (StoredEventSelection<T> one : each) {
            ResultPage<LogEntry> page = one.read(unit, request);
            found.addAll(page.items());
            more |= page.next() != null;
        }
        List<LogEntry> items = found.stream().limit(request.limit()).toList();
        boolean last = items.isEmpty() || (!more && items.size() == found.size());
        return new ResultPage<>(items, last ? null : first.cursor(items.get(items.size() - 1)));
    }

    @Override
    public Stream<T> stream() {
        return scope.stream(unit -> entries(unit).map(first::event));
    }

    private Stream<LogEntry> entries(UnitOfWork unit) {
        return Streams.stream(new AbstractIterator<LogEntry>() {
            private Iterator<LogEntry> page = Collections.emptyIterator();
            private @Nullable Cursor next;
            private boolean begun;

            @Override
            protected @Nullable LogEntry computeNext() {
                if (!page.hasNext() && (!begun || next != null)) {
                    ResultPage<LogEntry> read = read(unit, new PageRequest(next, PAGE_SIZE));
                    page = read.items().iterator();
                    next = read.next();
                    begun = true;
                }
                return page.hasNext() ? page.next() : endOfData();
            }
        });
    }

    @Override
    public long count() {
        return aggregate(List.of(), List.of(Measure.count())).get(0).count(0);
    }

    @Override
    public List<Group> aggregate(List<? extends Field<T, ?>> groupBy, List<Measure> measures) {
        return scope.read(unit -> first.aggregate(entries(unit), groupBy, measures));
    }

    @Override
    public Map<UUID, List<Group>> aggregateBySubject(
            Collection<UUID> subjects, List<? extends Field<T, ?>> groupBy, List<Measure> measures) {
        throw new IllegalStateException("the selection is of the events about certain records");
    }
}
