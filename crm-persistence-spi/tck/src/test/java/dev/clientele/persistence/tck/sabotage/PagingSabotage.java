package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import dev.clientele.persistence.tck.ForwardingSession;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters that lose, repeat or misplace rows. */
final class PagingSabotage {

    private PagingSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                paging("D6", "loses rows on a tie across pages", LosesTies::new),
                paging("D6", "repeats the last row of a page", RepeatsLast::new),
                paging("D6", "pages by offset", ByOffset::new),
                paging("D6", "tells of a next page that is empty", EmptyNext::new),
                paging("D6", "ends before the last page", EndsEarly::new),
                paging("D6", "takes any cursor", TakesAnyCursor::new),
                paging("D6", "loses rows without a value behind a page's end", LosesMissing::new),
                paging("D7", "scans without the order", ScansUnordered::new),
                ordering("C7", "puts missing values first in descending order", PagingSabotage::missingFirst),
                ordering("C7", "settles ties by the id's signed halves", PagingSabotage::bySignedId),
                ordering("C7", "turns ties around with the direction", PagingSabotage::tiesTurned),
                ordering("C3", "sorts by UTF-16 unit", keys -> byText(keys, Comparator.naturalOrder())),
                ordering("C3", "sorts by locale", keys -> byText(keys, Collator.getInstance(Locale.GERMAN)::compare)),
                ordering("C3", "sorts without case", keys -> byText(keys, String.CASE_INSENSITIVE_ORDER)));
    }

    private static Sabotage paging(String rule, String name, UnaryOperator<StorageSession> breaks) {
        return Sabotage.sessions(rule, name, "Paging", breaks);
    }

    private static Sabotage ordering(String rule, String name, Ordering ordering) {
        return Sabotage.sessions(rule, name, "Paging", session -> new Scanning(session) {
            @Override
            Comparator<Document> order(List<Sort> keys) {
                return ordering.of(keys);
            }

            @Override
            boolean isAfter(Cursor cursor, List<Sort> keys, Document row) {
                List<Document> last = inner.findAll(row.type(), List.of(UUID.fromString(cursor.id())));
                return last.isEmpty() || order(keys).compare(last.get(0), row) < 0;
            }
        });
    }

    private interface Ordering {
        Comparator<Document> of(List<Sort> keys);
    }

    /** Where comparing by sort keys begins: no key, no difference. */
    private static Comparator<Document> equal() {
        return Comparator.comparing(row -> true);
    }

    private static Comparator<Document> missingFirst(List<Sort> keys) {
        Comparator<Document> order = equal();
        for (Sort key : keys) {
            order = order.thenComparing((left, right) -> {
                int ascending = ValueOrder.compareMissingLast(
                        left.read(key.field()), right.read(key.field()), SortDirection.ASCENDING);
                return key.direction() == SortDirection.ASCENDING ? ascending : -ascending;
            });
        }
        return order.thenComparing(row -> row.id().toString());
    }

    private static Comparator<Document> bySignedId(List<Sort> keys) {
        Comparator<Document> byKeys = Sort.comparator(keys)::compare;
        return byKeys.thenComparing(Document::id);
    }

    private static Comparator<Document> tiesTurned(List<Sort> keys) {
        Comparator<Document> byKeys = Sort.comparator(keys)::compare;
        Comparator<Document> byId = Comparator.comparing(row -> row.id().toString());
        boolean down = !keys.isEmpty() && keys.get(0).direction() == SortDirection.DESCENDING;
        return byKeys.thenComparing(down ? byId.reversed() : byId);
    }

    private static Comparator<Document> byText(List<Sort> keys, Comparator<String> texts) {
        Comparator<Document> order = equal();
        for (Sort key : keys) {
            order = order.thenComparing((left, right) -> {
                @Nullable Object a = left.read(key.field());
                @Nullable Object b = right.read(key.field());
                if (a instanceof String one && b instanceof String other) {
                    int ascending = texts.compare(one, other);
                    return key.direction() == SortDirection.ASCENDING ? ascending : -ascending;
                }
                return ValueOrder.compareMissingLast(a, b, key.direction());
            });
        }
        return order.thenComparing(row -> row.id().toString());
    }

    private static final class LosesTies extends Scanning {
        LosesTies(StorageSession inner) {
            super(inner);
        }

        @Override
        boolean isAfter(Cursor cursor, List<Sort> keys, Document row) {
            return cursor.isBefore(keys, row, keys.isEmpty() ? row.id().toString() : "");
        }
    }

    private static final class RepeatsLast extends Scanning {
        RepeatsLast(StorageSession inner) {
            super(inner);
        }

        @Override
        boolean isAfter(Cursor cursor, List<Sort> keys, Document row) {
            return cursor.isBefore(keys, row, row.id() + "~");
        }
    }

    /** Takes the cursor's id for a count of rows, as far as it can be one. */
    private static final class ByOffset extends ForwardingSession {
        ByOffset(StorageSession inner) {
            super(inner);
        }

        @Override
        public ResultPage<Document> page(Query query, PageRequest request) {
            Cursor after = request.after();
            if (after != null && !after.id().startsWith("offset ")) {
                return inner.page(query, request);
            }
            int offset = after == null ? 0 : Integer.parseInt(after.id().substring(7));
            List<Document> all = inner.page(query, PageRequest.first(10_000)).items();
            int end = Math.min(offset + request.limit(), all.size());
            Cursor next = end < all.size()
                    ? new Cursor(Scanning.cursor(query, all.get(end - 1)).values(), "offset " + end)
                    : null;
            return new ResultPage<>(all.subList(Math.min(offset, end), end), next);
        }
    }

    private static final class EmptyNext extends Scanning {
        EmptyNext(StorageSession inner) {
            super(inner);
        }

        @Override
        ResultPage<Document> page(List<Document> rest, Query query, PageRequest request) {
            ResultPage<Document> page = super.page(rest, query, request);
            boolean full = page.items().size() == request.limit();
            return full
                    ? new ResultPage<>(page.items(), cursor(query, page.items().get(request.limit() - 1)))
                    : page;
        }
    }

    private static final class EndsEarly extends Scanning {
        EndsEarly(StorageSession inner) {
            super(inner);
        }

        @Override
        ResultPage<Document> page(List<Document> rest, Query query, PageRequest request) {
            ResultPage<Document> page = super.page(rest, query, request);
            return rest.size() < request.limit() * 2 ? new ResultPage<>(page.items(), null) : page;
        }
    }

    private static final class TakesAnyCursor extends ForwardingSession {
        TakesAnyCursor(StorageSession inner) {
            super(inner);
        }

        @Override
        public ResultPage<Document> page(Query query, PageRequest request) {
            Cursor after = request.after();
            return after != null && after.values().size() != query.order().size()
                    ? inner.page(query, PageRequest.first(request.limit()))
                    : inner.page(query, request);
        }
    }

    /** What SQL does with {@code column > ?} where the column may be null. */
    private static final class LosesMissing extends Scanning {
        LosesMissing(StorageSession inner) {
            super(inner);
        }

        @Override
        boolean isAfter(Cursor cursor, List<Sort> keys, Document row) {
            boolean missing = keys.stream().anyMatch(key -> row.read(key.field()) == null);
            return !missing && super.isAfter(cursor, keys, row);
        }
    }

    private static final class ScansUnordered extends ForwardingSession {
        ScansUnordered(StorageSession inner) {
            super(inner);
        }

        @Override
        public Stream<Document> scan(Query query) {
            return inner.scan(Query.where(query.source(), query.where()));
        }
    }
}
