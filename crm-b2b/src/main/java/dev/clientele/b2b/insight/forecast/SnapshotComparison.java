package dev.clientele.b2b.insight.forecast;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import dev.clientele.b2b.insight.forecast.SnapshotDifference.SnapshotChange;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The comparison of two stored snapshots, page by page: the entries of a snapshot are all of one time, so that they come in the order of
 * their keys, which end with the deal's id. Not thread-safe.
 */
final class SnapshotComparison {

    private static final int PAGE = 1000;

    private final List<SnapshotChange> changes = new ArrayList<>();
    private final List<SnapshotChange> added = new ArrayList<>();
    private Money before;
    private Money after;

    SnapshotComparison(CurrencyUnit currency) {
        this.before = Money.zero(currency);
        this.after = Money.zero(currency);
    }

    /** Compares the entries of two snapshots, each in order. */
    SnapshotDifference compare(
            EventSelection<ForecastSnapshotEntry> former, EventSelection<ForecastSnapshotEntry> latter) {
        PeekingIterator<ForecastSnapshotEntry> was = entries(former);
        PeekingIterator<ForecastSnapshotEntry> is = entries(latter);
        while (was.hasNext() || is.hasNext()) {
            int order = compareNext(was, is);
            ForecastSnapshotEntry earlier = order <= 0 ? was.next() : null;
            ForecastSnapshotEntry later = order >= 0 ? is.next() : null;
            if (earlier != null) {
                before = before.plus(earlier.weighted());
            }
            if (later != null) {
                after = after.plus(later.weighted());
            }
            if (earlier == null && later != null) {
                added.add(SnapshotDifference.added(later));
            } else if (earlier != null) {
                SnapshotDifference.change(earlier, later, changes);
            }
        }
        changes.addAll(added);
        return new SnapshotDifference(before, after, changes);
    }

    private static int compareNext(
            PeekingIterator<ForecastSnapshotEntry> was, PeekingIterator<ForecastSnapshotEntry> is) {
        if (!was.hasNext() || !is.hasNext()) {
            return was.hasNext() ? -1 : 1;
        }
        return requireNonNull(was.peek())
                .opportunity()
                .compareTo(requireNonNull(is.peek()).opportunity());
    }

    private static PeekingIterator<ForecastSnapshotEntry> entries(EventSelection<ForecastSnapshotEntry> selection) {
        Iterator<ForecastSnapshotEntry> entries = Stream.iterate(
                        Optional.of(selection.page(PAGE)),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(next -> selection.page(PAGE, next)))
                .flatMap(page -> page.stream().flatMap(some -> some.items().stream()))
                .iterator();
        return Iterators.peekingIterator(entries);
    }
}
