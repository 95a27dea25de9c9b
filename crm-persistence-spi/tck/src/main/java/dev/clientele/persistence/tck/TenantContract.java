package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rule T1: nothing that a session does sees, changes, counts or collides with another tenant's data. */
public abstract class TenantContract extends StorageContract {

    private TenantStorage mine;
    private TenantStorage theirs;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected TenantContract() {}

    @BeforeEach
    void createTenant() {
        mine = newTenantStorage();
        theirs = newTenantStorage();
    }

    @Test
    void T1_one_id_is_a_document_of_its_own_in_each_tenant() {
        mine.insert(SampleRecords.withBody(SampleRecords.note(1), "mine"));
        theirs.insert(SampleRecords.withBody(SampleRecords.note(1), "theirs"));

        assertThat(mine.find(SampleRecords.note(1))).map(Document::body).contains("mine");
        assertThat(theirs.find(SampleRecords.note(1))).map(Document::body).contains("theirs");
    }

    @Test
    void T1_find_shows_nothing_of_another_tenant() {
        theirs.insert(SampleRecords.note(1));

        assertThat(mine.find(SampleRecords.note(1))).isEmpty();
    }

    @Test
    void T1_page_shows_nothing_of_another_tenant() {
        mine.insert(SampleRecords.titled(1, "a"));
        theirs.insert(SampleRecords.titled(2, "a"), SampleRecords.titled(3, "b"));
        Query byTitle = Query.where(
                        SampleSchema.DEAL, Criteria.equal("title", "a").or(Criteria.missing("due")))
                .sortedBy(Sort.descending("title"));

        assertThat(TenantStorage.items(mine.pages(byTitle, 10)))
                .extracting(Document::id)
                .containsExactly(SampleRecords.id(1));
    }

    @Test
    void T1_a_page_after_the_first_shows_nothing_of_another_tenant() {
        mine.insert(SampleRecords.titled(1, "a"), SampleRecords.titled(2, "c"), SampleRecords.titled(3, "c"));
        theirs.insert(SampleRecords.titled(4, "b"), SampleRecords.titled(5, "c"), SampleRecords.deal(6, Map.of()));
        Query byTitle = Query.all(SampleSchema.DEAL).sortedBy(Sort.ascending("title"));

        assertThat(TenantStorage.items(mine.pages(byTitle, 1)))
                .extracting(Document::id)
                .containsExactlyInAnyOrder(SampleRecords.id(1), SampleRecords.id(2), SampleRecords.id(3));
    }

    @Test
    void T1_scan_shows_nothing_of_another_tenant() {
        mine.insert(SampleRecords.note(1));
        theirs.insert(SampleRecords.note(2));

        assertThat(mine.scan(Query.all(SampleSchema.NOTE)))
                .extracting(Document::id)
                .containsExactly(SampleRecords.id(1));
    }

    @Test
    void T1_a_disjunction_shows_nothing_of_another_tenant() {
        theirs.insert(SampleRecords.titled(1, "a"));
        Criteria either = Criteria.equal("title", "a").or(Criteria.always()).or(Criteria.not(Criteria.never()));

        assertThat(mine.where(SampleSchema.DEAL, either)).isEmpty();
    }

    @Test
    void T1_aggregate_counts_nothing_of_another_tenant() {
        mine.insert(SampleRecords.titled(1, "a"));
        theirs.insert(SampleRecords.titled(2, "a"), SampleRecords.titled(3, "b"));

        assertThat(mine.count(SampleSchema.DEAL)).isEqualTo(1);
    }

    @Test
    void T1_groups_show_nothing_of_another_tenant() {
        mine.insert(SampleRecords.titled(1, "a"));
        theirs.insert(SampleRecords.titled(2, "a"), SampleRecords.titled(3, "b"));
        Aggregation byTitle =
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("title"), List.of(Measure.count()));

        assertThat(mine.aggregate(byTitle)).hasSize(1);
        assertThat(mine.aggregate(byTitle).get(0).count(0)).isEqualTo(1);
    }

    @Test
    void T1_a_document_of_another_tenant_cannot_be_replaced() {
        theirs.insert(SampleRecords.note(1));

        assertThatThrownBy(
                        () -> mine.write(new Write.Replace(SampleRecords.note(1).atVersion(1))))
                .isInstanceOf(ConflictException.class);
        assertThat(theirs.find(SampleRecords.note(1))).map(Document::version).contains(1L);
    }

    @Test
    void T1_a_document_of_another_tenant_cannot_be_deleted() {
        theirs.insert(SampleRecords.note(1));

        assertThatThrownBy(() -> mine.write(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 1)))
                .isInstanceOf(ConflictException.class);
        assertThat(theirs.find(SampleRecords.note(1))).isPresent();
    }

    @Test
    void T1_a_document_of_another_tenant_meets_no_check() {
        theirs.insert(SampleRecords.note(1));

        assertThatThrownBy(() -> mine.write(new Write.Check(SampleSchema.NOTE, SampleRecords.id(1), 1)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void T1_replacing_and_deleting_leave_the_same_id_of_another_tenant_alone() {
        mine.insert(SampleRecords.note(1), SampleRecords.note(2));
        theirs.insert(SampleRecords.note(1), SampleRecords.note(2));

        mine.write(
                new Write.Replace(
                        SampleRecords.withBody(SampleRecords.note(1), "new").atVersion(1)),
                new Write.Delete(SampleSchema.NOTE, SampleRecords.id(2), 1));

        assertThat(theirs.scan(Query.all(SampleSchema.NOTE)))
                .containsExactlyInAnyOrder(
                        SampleRecords.note(1).atVersion(1),
                        SampleRecords.note(2).atVersion(1));
    }

    @Test
    void T1_a_unique_key_of_another_tenant_is_free() {
        theirs.insert(SampleRecords.member(1, "ana@example.org"), SampleRecords.member(2, "DE", 7));

        mine.insert(SampleRecords.member(3, "ana@example.org"), SampleRecords.member(4, "DE", 7));

        assertThat(mine.count(SampleSchema.MEMBER)).isEqualTo(2);
    }

    @Test
    void T1_an_idempotency_key_of_another_tenant_is_free() {
        theirs.append(SampleSchema.AUDIT, SampleRecords.audit("k"));

        assertThat(mine.append(SampleSchema.AUDIT, SampleRecords.audit("k"))).isEmpty();
        assertThat(mine.count(SampleSchema.AUDIT)).isEqualTo(1);
    }

    @Test
    void T1_reading_a_log_shows_nothing_of_another_tenant() {
        mine.append(SampleSchema.AUDIT, SampleRecords.audit("mine"));
        theirs.append(SampleSchema.AUDIT, SampleRecords.audit("theirs"));
        LogQuery all = LogQuery.all(SampleSchema.AUDIT);
        LogQuery about = LogQuery.newestFirst(SampleSchema.AUDIT, SampleRecords.id(1));

        for (LogQuery query : List.of(all, about)) {
            assertThat(mine.scan(query)).hasSize(1);
            assertThat(TenantStorage.items(mine.pages(query, 1)))
                    .extracting(entry -> entry.key())
                    .containsExactly("mine");
        }
    }

    @Test
    void T1_log_figures_count_nothing_of_another_tenant() {
        theirs.append(SampleSchema.AUDIT, SampleRecords.audit("theirs"));

        assertThat(mine.count(SampleSchema.AUDIT)).isZero();
        assertThat(mine.aggregate(Aggregation.count(SampleSchema.AUDIT, Criteria.always())
                                .withSubject(SampleRecords.id(1)))
                        .get(0)
                        .count(0))
                .isZero();
    }

    @Test
    void T1_following_a_log_shows_nothing_of_another_tenant() {
        mine.append(SampleSchema.AUDIT, SampleRecords.audit("mine"));
        theirs.append(SampleSchema.AUDIT, SampleRecords.audit("theirs"));

        assertThat(mine.follow(SampleSchema.AUDIT, Position.START, 10))
                .extracting(entry -> entry.key())
                .containsExactly("mine");
    }

    @Test
    void T1_tenants_differ_by_case() {
        TenantId lower = TenantId.of("a-" + newTenant());
        TenantStorage upper =
                new TenantStorage(storage(), TenantId.of("A-" + lower.value().substring(2)));
        upper.insert(SampleRecords.note(1));

        assertThat(new TenantStorage(storage(), lower).find(SampleRecords.note(1)))
                .isEmpty();
    }

    @Test
    void T1_every_form_of_tenant_id_is_kept_apart() {
        List<String> names =
                List.of(".", "..", "-", "_", "a.b", "a_b", "a-b", "0", "00", "x".repeat(64), "x".repeat(63));
        for (String name : names) {
            new TenantStorage(storage(), TenantId.of(name)).insert(SampleRecords.withBody(SampleRecords.note(1), name));
        }
        for (String name : names) {
            assertThat(new TenantStorage(storage(), TenantId.of(name)).scan(Query.all(SampleSchema.NOTE)))
                    .extracting(Document::body)
                    .containsExactly(name);
        }
    }

    @Test
    void T1_a_session_tells_its_tenant() {
        TenantId tenant = newTenant();

        assertThat(closeAfterTest(storage().read(tenant)).tenant()).isEqualTo(tenant);
        assertThat(closeAfterTest(storage().write(tenant)).tenant()).isEqualTo(tenant);
    }

    @Test
    void T1_newest_first_across_all_subjects_shows_nothing_of_another_tenant() {
        theirs.append(SampleSchema.AUDIT, SampleRecords.audit("theirs"));

        assertThat(mine.scan(new LogQuery(SampleSchema.AUDIT, null, Criteria.always(), SortDirection.DESCENDING)))
                .isEmpty();
    }
}
