package dev.clientele.core.merge;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A reference declared {@link dev.clientele.core.entity.Trait#IDENTITY}, with the records that have it. */
final class IdentityReference<T extends Entity<T>, R> {

    private static final int BATCH_SIZE = 500;

    private final Repository<T> records;
    private final ReferenceField<T, R> reference;

    private IdentityReference(Repository<T> records, ReferenceField<T, R> reference) {
        this.records = records;
        this.reference = reference;
    }

    /** Returns those of all types of the session's {@code Crm}. */
    static List<IdentityReference<?, ?>> all(CrmSession session) {
        ImmutableList.Builder<IdentityReference<?, ?>> all = ImmutableList.builder();
        session.entityTypes().forEach(type -> find(session, type).ifPresent(all::add));
        return all.build();
    }

    private static <T extends Entity<T>> Optional<IdentityReference<T, ?>> find(
            CrmSession session, EntityType<T> type) {
        return type.identityReference().map(reference -> new IdentityReference<>(session.repository(type), reference));
    }

    /** Returns the name of the type whose records are identities. */
    String type() {
        return records.type().name();
    }

    /** Returns the name of the type whose records they are identities of. */
    String target() {
        return reference.target();
    }

    /** Finds what those of these records lead to that are there. */
    List<IdLink> outgoing(Collection<UUID> ids) {
        return read(
                ids,
                some -> Criteria.in(
                        DocumentType.ID, some.stream().map(UUID::toString).toList()));
    }

    /** Finds as {@link #outgoing(Collection)}, and relies on it. */
    List<IdLink> outgoing(Collection<UUID> ids, CrmSession tx) {
        return Lists.partition(List.copyOf(ids), BATCH_SIZE).stream()
                .flatMap(some -> records.findAll(some.stream().map(Id::<T>of).toList()).stream())
                .map(record -> RecordColumns.of(tx.rely(record)))
                .flatMap(this::link)
                .collect(toImmutableList());
    }

    /** Finds the records that are identities of these. */
    List<IdLink> incoming(Collection<UUID> ids) {
        return read(ids, some -> reference.in(some.stream().map(Id::<R>of).toList()));
    }

    private List<IdLink> read(Collection<UUID> ids, Function<List<UUID>, Criteria> where) {
        ImmutableList.Builder<IdLink> links = ImmutableList.builder();
        for (List<UUID> some : Lists.partition(ids.stream().sorted().toList(), BATCH_SIZE)) {
            try (Stream<RecordColumns<T>> rows =
                    records.query(where.apply(some)).columns(List.of(reference)).stream()) {
                rows.flatMap(this::link).forEach(links::add);
            }
        }
        return links.build();
    }

    private Stream<IdLink> link(RecordColumns<T> record) {
        return record.find(reference).stream()
                .map(target -> new IdLink(record.id().value(), type(), target.value(), target()));
    }
}
