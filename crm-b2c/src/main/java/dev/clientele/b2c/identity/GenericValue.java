package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.resolution.GenericKey;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;

/**
 * A value that has turned generic: more people share it than its type allows, and it links nobody any more. Holds a digest of the
 * value. Immutable and thread-safe.
 */
public final class GenericValue extends Entity<GenericValue> {

    /** The most records of a generic value that are read to see whether it still is. */
    static final int MAX_READ = 50;

    private static final EntityTypeBuilder<GenericValue> DECLARE =
            EntityType.define("generic_value", GenericValue::new);

    /** The digest of type and value. */
    public static final TextField<GenericValue> KEY =
            DECLARE.key("value_key", LinkKeyText.MAX_LENGTH, Trait.REQUIRED, Trait.UNIQUE);
    /** The name of the identifier type; {@link GenericKey#BLOCK} for values by which records are only compared. */
    public static final TextField<GenericValue> KIND = DECLARE.key("kind", 40, Trait.REQUIRED, Trait.INDEXED);
    /** The number of records that had it when it turned. */
    public static final OrderedField<GenericValue, Long> RECORDS = DECLARE.integer("records", Trait.REQUIRED);
    /** The number of different people that these showed; missing of values by which records are only compared. */
    public static final OrderedField<GenericValue, Long> PERSONS = DECLARE.integer("persons");
    /** The time at which it turned. */
    public static final OrderedField<GenericValue, Instant> SINCE = DECLARE.instant("since", Trait.REQUIRED);
    /** True if it has so many records that they aren't read any more. */
    public static final FlagField<GenericValue> CROWDED = DECLARE.flag("crowded");

    /** The declaration. */
    public static final EntityType<GenericValue> TYPE = DECLARE.build();

    private GenericValue(EntityState<GenericValue> state) {
        super(state);
    }

    static GenericValue of(GenericKey key, Instant now) {
        GenericValue value = TYPE.newEntity()
                .with(KEY, LinkKeyText.of(key.key()))
                .with(KIND, key.kind())
                .with(RECORDS, (long) key.records())
                .with(SINCE, now);
        return key.kind().equals(GenericKey.BLOCK) ? value : value.with(PERSONS, (long) key.persons());
    }

    /** Returns in words why it links nobody. */
    public String words() {
        return find(PERSONS)
                .map(persons -> require(KIND) + " shared by " + persons + " different people in " + require(RECORDS)
                        + " records: it says nothing about who somebody is")
                .orElseGet(() -> require(RECORDS) + " records share what they would be compared for");
    }
}
