package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The suite of rules D6, L3 and L4 where a limit is met exactly: a page that is full, and nothing or one row after it. */
public abstract class LimitContract extends TenantSuite {

    private static final int MOST = PageRequest.MAX_LIMIT;

    /** Creates the suite; for subclasses. */
    protected LimitContract() {}

    @Test
    void D6_a_page_of_exactly_what_there_is_has_no_next() {
        for (int rows = 1; rows <= 5; rows++) {
            TenantStorage own = newTenantStorage();
            own.insert(deals(rows));
            for (Query query : queries()) {
                assertPages(own.pages(query, rows), rows);
                assertPages(own.pages(query, rows + 1), rows);
                if (rows > 1) {
                    assertPages(own.pages(query, rows - 1), rows - 1, 1);
                }
                assertPages(
                        own.pages(query, 1),
                        IntStream.range(0, rows).map(i -> 1).toArray());
            }
        }
    }

    @Test
    void D6_a_last_page_that_is_full_has_no_next() {
        books.insert(deals(12));
        for (Query query : queries()) {
            assertPages(books.pages(query, 4), 4, 4, 4);
            assertPages(books.pages(query, 6), 6, 6);
            assertPages(books.pages(query, 11), 11, 1);
        }
    }

    @Test
    void D6_a_page_of_nothing_is_empty_and_has_no_next() {
        for (Query query : queries()) {
            assertPages(books.pages(query, 1), 0);
            assertPages(books.pages(query, MOST), 0);
        }
        books.insert(deals(2));
        books.write(
                new Write.Delete(SampleSchema.DEAL, SampleRecords.id(0), 1),
                new Write.Delete(SampleSchema.DEAL, SampleRecords.id(1), 1));
        for (Query query : queries()) {
            assertPages(books.pages(query, 1), 0);
        }
    }

    @Test
    void D6_a_page_of_the_largest_size_is_full_and_has_a_next_exactly_if_a_row_follows() {
        books.insert(deals(MOST));
        for (Query query : queries()) {
            assertPages(books.pages(query, MOST), MOST);
        }
        books.insert(SampleRecords.deal(MOST, values(MOST)));
        for (Query query : queries()) {
            assertPages(books.pages(query, MOST), MOST, 1);
        }
        assertThat(books.scan(Query.all(SampleSchema.DEAL))).hasSize(MOST + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(MOST + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(0));
    }

    @Test
    void D6_the_rest_of_a_page_that_filters_its_rows_is_looked_for_to_the_end() {
        books.insert(deals(40));
        Criteria last = Criteria.equal("title", "t39");
        for (List<Sort> order :
                List.of(List.<Sort>of(), List.of(Sort.ascending("quantity")), List.of(Sort.descending("quantity")))) {
            Query query = new Query(SampleSchema.DEAL, last.or(Criteria.equal("title", "t0")), order);
            assertPages(books.pages(query, 2), 2);
            if (books.pushesDown(query.where())) {
                assertPages(books.pages(query, 1), 1, 1);
            }
        }
    }

    @Test
    void L3_a_page_of_exactly_the_entries_there_are_has_no_next() {
        for (int rows = 1; rows <= 4; rows++) {
            TenantStorage own = newTenantStorage();
            own.append(SampleSchema.AUDIT, entries(rows));
            for (LogQuery query : logQueries()) {
                assertPages(own.pages(query, rows), rows);
                assertPages(own.pages(query, rows + 1), rows);
                assertPages(
                        own.pages(query, 1),
                        IntStream.range(0, rows).map(i -> 1).toArray());
            }
        }
    }

    @Test
    void L3_a_page_of_entries_of_the_largest_size_has_a_next_exactly_if_an_entry_follows() {
        books.append(SampleSchema.AUDIT, entries(MOST));
        for (LogQuery query : logQueries()) {
            assertPages(books.pages(query, MOST), MOST);
        }
        books.append(SampleSchema.AUDIT, entries(MOST + 1));
        for (LogQuery query : logQueries()) {
            assertPages(books.pages(query, MOST), MOST, 1);
        }
    }

    @Test
    void L4_following_exactly_what_is_left_gives_all_of_it_and_then_nothing() {
        books.append(SampleSchema.AUDIT, entries(6));
        for (int limit : new int[] {1, 2, 3, 6, 7}) {
            List<String> seen = new ArrayList<>();
            Position last = Position.START;
            for (int rest = 6; rest > 0; rest -= limit) {
                List<LogEntry> some = books.follow(SampleSchema.AUDIT, last, limit);
                assertThat(some).hasSize(Math.min(rest, limit));
                some.forEach(entry -> seen.add(entry.key()));
                last = Objects.requireNonNull(some.get(some.size() - 1).position());
            }
            assertThat(seen).hasSize(6).doesNotHaveDuplicates();
            assertThat(books.follow(SampleSchema.AUDIT, last, limit)).isEmpty();
            assertThat(books.follow(SampleSchema.AUDIT, last, MOST)).isEmpty();
        }
    }

    @Test
    void L4_following_by_the_largest_limit_gives_that_many() {
        books.append(SampleSchema.AUDIT, entries(MOST));
        List<LogEntry> all = books.follow(SampleSchema.AUDIT, Position.START, MOST);
        assertThat(all).hasSize(MOST);
        Position last = Objects.requireNonNull(all.get(MOST - 1).position());
        assertThat(books.follow(SampleSchema.AUDIT, last, MOST)).isEmpty();
        books.append(SampleSchema.AUDIT, entries(MOST + 1));

        assertThat(books.follow(SampleSchema.AUDIT, Position.START, MOST)).isEqualTo(all);
        assertThat(books.follow(SampleSchema.AUDIT, last, MOST))
                .extracting(LogEntry::key)
                .containsExactly("k" + MOST);
    }

    @Test
    void L6_pruning_exactly_what_is_left_leaves_nothing_and_says_how_many() {
        books.append(SampleSchema.AUDIT, entries(6));
        for (int left = 6; left > 0; left -= 2) {
            assertThat(books.prune(new Pruning(SampleSchema.AUDIT, Criteria.always(), null, 2)))
                    .isEqualTo(2);
            assertThat(books.count(SampleSchema.AUDIT)).isEqualTo(left - 2L);
        }
        assertThat(books.prune(new Pruning(SampleSchema.AUDIT, Criteria.always(), null, 2)))
                .isZero();
        books.append(SampleSchema.TOUCH, SampleRecords.touch("a", Map.of()));
        assertThat(books.prune(new Pruning(SampleSchema.TOUCH, Criteria.always(), null, MOST)))
                .isEqualTo(1);
    }

    private List<Query> queries() {
        Query all = Query.all(SampleSchema.DEAL);
        Criteria indexed = Criteria.equal("open", true);
        return Stream.of(
                        all,
                        all.sortedBy(Sort.ascending("quantity")),
                        all.sortedBy(Sort.descending("amount"), Sort.ascending("due")),
                        Query.where(SampleSchema.DEAL, indexed),
                        Query.where(SampleSchema.DEAL, indexed).sortedBy(Sort.descending("quantity")),
                        Query.where(SampleSchema.DEAL, Criteria.has("tags", "x")),
                        Query.where(SampleSchema.DEAL, Criteria.hasAny("tags", List.of("x", "y"))))
                .filter(query -> books.pushesDown(query.where()))
                .toList();
    }

    private static List<LogQuery> logQueries() {
        UUID subject = SampleRecords.id(1);
        return List.of(
                LogQuery.all(SampleSchema.AUDIT),
                new LogQuery(SampleSchema.AUDIT, null, Criteria.always(), SortDirection.DESCENDING),
                LogQuery.newestFirst(SampleSchema.AUDIT, subject),
                new LogQuery(SampleSchema.AUDIT, subject, Criteria.always(), SortDirection.ASCENDING));
    }

    private static List<Document> deals(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> SampleRecords.deal(number, values(number)))
                .toList();
    }

    /** Returns values with ties and some that are missing. */
    private static Map<String, Object> values(int number) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "title",
                "t" + number,
                "open",
                true,
                "tags",
                Set.of("x", "y"),
                "amount",
                BigDecimal.valueOf(number / 3)));
        if (number % 2 == 0) {
            values.put("quantity", (long) number);
        }
        return values;
    }

    private static LogEntry[] entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SampleRecords.audit("k" + i, SampleRecords.NOON.plusSeconds(i / 3), SampleRecords.id(1)))
                .toArray(LogEntry[]::new);
    }

    private static <T> void assertPages(List<ResultPage<T>> pages, int... sizes) {
        assertThat(pages)
                .extracting(page -> page.items().size())
                .containsExactlyElementsOf(IntStream.of(sizes).boxed().toList());
        assertThat(pages).last().extracting(ResultPage::next).isNull();
    }
}
