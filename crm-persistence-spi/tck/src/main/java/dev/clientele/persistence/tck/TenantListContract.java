package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of rule T10: which tenants there are. */
public abstract class TenantListContract extends SchemaSuite {

    /** Creates the suite; for subclasses. */
    protected TenantListContract() {}

    @BeforeEach
    void applySchema() {
        apply(SampleSchema.SCHEMA);
    }

    @Test
    void T10_a_new_database_has_no_tenants() {
        assertThat(storage.tenants(null, 10)).isEmpty();
        assertThat(storage.tenants(TENANT, 10)).isEmpty();
    }

    @Test
    void T10_a_tenant_is_listed_that_has_committed_a_document_or_an_entry() {
        of("documents").insert(SampleRecords.titled(1, "a"));
        of("entries").append(SampleSchema.AUDIT, SampleRecords.audit("k"));
        of("both").transact(session -> {
            session.write(
                    List.of(new Write.Insert(SampleRecords.note(1)), new Write.Insert(SampleRecords.member(2, "ana"))));
            session.append(SampleSchema.TOUCH, List.of(SampleRecords.touch("k", Map.of())));
        });

        assertThat(names(null, 10)).containsExactly("both", "documents", "entries");
    }

    @Test
    void T10_a_tenant_that_was_only_read_or_rolled_back_is_not_listed() {
        of("read").count(SampleSchema.NOTE);
        try (StorageSession session = storage.write(TenantId.of("rolled-back"))) {
            session.write(List.of(new Write.Insert(SampleRecords.note(1))));
            session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));
            assertThat(names(null, 10)).isEmpty();
        }
        of("nothing").transact(session -> session.write(List.of()));

        assertThat(names(null, 10)).isEmpty();
    }

    @Test
    void T10_pages_of_any_size_list_each_tenant_once_in_the_order_of_their_names() {
        List<String> names = List.of(
                "-", "-a", ".", ".a", "0", "10", "2", "A", "A-", "A.", "A0", "AA", "Z", "_", "a", "a-b", "a.b", "a0",
                "aa", "b");
        List<String> mixed = new ArrayList<>(names);
        Collections.shuffle(mixed, new Random(1));
        for (String name : mixed) {
            of(name).insert(SampleRecords.note(1), SampleRecords.titled(2, "a"));
            of(name).append(SampleSchema.AUDIT, SampleRecords.audit("k"));
        }
        for (int limit : new int[] {1, 3, 19, 20, 21, PageRequest.MAX_LIMIT}) {
            List<String> listed = new ArrayList<>();
            List<String> page;
            do {
                page = names(listed.isEmpty() ? null : listed.get(listed.size() - 1), limit);
                assertThat(page).hasSizeLessThanOrEqualTo(limit);
                listed.addAll(page);
            } while (!page.isEmpty() && listed.size() <= names.size());
            assertThat(listed).as("by %s", limit).isEqualTo(names);
        }
        assertThat(names("A1", 2)).containsExactly("AA", "Z");
    }

    @Test
    void T10_a_limit_is_1_to_10000() {
        for (int limit : new int[] {-1, 0, PageRequest.MAX_LIMIT + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> storage.tenants(null, limit));
        }
    }

    @Test
    void T10_a_closed_storage_lists_none() {
        storage.close();

        assertThatIllegalStateException().isThrownBy(() -> storage.tenants(null, 1));
    }

    private TenantStorage of(String name) {
        return new TenantStorage(storage, TenantId.of(name));
    }

    private List<String> names(@Nullable String after, int limit) {
        return storage.tenants(after == null ? null : TenantId.of(after), limit).stream()
                .map(TenantId::value)
                .toList();
    }
}
