package dev.clientele.core.criteria;

import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;

/**
 * A criteria as part of a record: a rule or a segment. Equal criteria have equal text. Immutable and thread-safe.
 *
 * @param json the JSON form ({@link CriteriaJson}), in its one spelling
 */
public record StoredCriteria(String json) {

    /**
     * Checks that the criteria can be read.
     *
     * @throws IllegalArgumentException if it can't
     */
    public StoredCriteria {
        json = CriteriaJson.write(CriteriaJson.read(json));
    }

    /** Returns a criteria to be stored; times in it may be relative to the moment of asking. */
    public static StoredCriteria of(Criteria criteria) {
        return new StoredCriteria(CriteriaJson.write(criteria));
    }

    /** Returns the criteria. */
    public Criteria toCriteria() {
        return CriteriaJson.read(json);
    }

    /**
     * Checks that it can be asked of records of a type, whose custom fields count.
     *
     * @param record the name of the record type that it is part of
     * @param field the name of the field there
     * @throws InvalidException if it names a field that the type hasn't, or compares one with what it can't be
     */
    public void requireValidFor(EntityType<?> type, String record, String field) {
        try {
            EntityCodec.of(type).checkCriteria(toCriteria().resolvedAt(Instant.EPOCH));
        } catch (IllegalArgumentException e) {
            throw InvalidException.of(record, field, "doesn't fit " + type.name() + ": " + e.getMessage());
        }
    }
}
