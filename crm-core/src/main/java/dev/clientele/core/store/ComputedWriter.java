package dev.clientele.core.store;

import com.google.common.collect.Iterators;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.ComputeResult;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes computed fields of many records of one type, chunk by chunk, as far as the actor's right to compute goes. */
final class ComputedWriter<T extends Entity<T>> {

    /**
     * Rows of a transaction: enough that several fall on each page of an index, which is written once for all of them; few
     * enough that nobody waits long for the writer.
     */
    private static final int CHUNK_SIZE = 20_000;

    private final SessionContext scope;
    private final EntityType<T> type;
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Id<T>> missing = new ArrayList<>();
    private long stored;

    /**
     * Creates a writer of these fields.
     *
     * @throws IllegalArgumentException if there is none, or one isn't a computed field of the type
     */
    ComputedWriter(SessionContext scope, EntityType<T> type, Collection<? extends Field<T, ?>> fields) {
        this.scope = scope;
        this.type = type;
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("at least one computed field has to be named");
        }
        for (Field<T, ?> field : fields) {
            if (!field.equals(type.field(field.name())) || !field.hasTrait(Trait.COMPUTED)) {
                throw new IllegalArgumentException("the field " + field + " isn't a computed one of " + type.name());
            }
            columns.addAll(EntityCodec.of(type).columnsOf(field.name()));
        }
    }

    ComputeResult<T> write(Stream<ComputedRow<T>> rows) {
        Iterators.partition(rows.iterator(), CHUNK_SIZE).forEachRemaining(this::writeChunk);
        return new ComputeResult<>(stored, missing);
    }

    private void writeChunk(List<ComputedRow<T>> rows) {
        List<ComputedValues> values = new ArrayList<>(rows.size());
        for (ComputedRow<T> row : rows) {
            if (!row.type().name().equals(type.name())) {
                throw new IllegalArgumentException(
                        "a row of a " + row.type().name() + " isn't one of a " + type.name());
            }
            values.add(new ComputedValues(row.id().value(), row.columns()));
        }
        Set<UUID> leftOut = scope.write(unit -> write(unit, values));
        for (ComputedRow<T> row : rows) {
            if (leftOut.contains(row.id().value())) {
                missing.add(row.id());
            }
        }
        stored += rows.size() - leftOut.size();
    }

    private Set<UUID> write(UnitOfWork unit, List<ComputedValues> values) {
        AccessCheck guard = new AccessCheck(scope, type.name());
        AccessCheck.WriteCheck computing = guard.computeCheck();
        if (guard.canReadAll() && computing.allowsAll()) {
            return unit.compute(type.name(), columns, values);
        }
        Set<UUID> visible = new HashSet<>();
        List<UUID> ids = values.stream().map(ComputedValues::id).toList();
        for (Document document : unit.session().findAll(type.name(), ids)) {
            if (guard.canRead(document)) {
                computing.require(document);
                visible.add(document.id());
            }
        }
        Set<UUID> leftOut = new HashSet<>(ids);
        leftOut.removeAll(visible);
        List<ComputedValues> allowed =
                values.stream().filter(row -> visible.contains(row.id())).toList();
        leftOut.addAll(unit.compute(type.name(), columns, allowed));
        return leftOut;
    }
}
