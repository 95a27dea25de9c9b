package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.resolution.HandDecision;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A decision that persons became one or came apart, with its reasons. Holds ids only. Immutable and thread-safe.
 *
 * <p>A record that joined a person without being one before isn't a decision of its own: the record keeps its reasons.
 */
public final class IdentityDecision extends Entity<IdentityDecision> {

    /** The most records of a side that are kept. */
    static final int MAX_RECORDS = 1000;

    private static final int UUID_LENGTH = 36;

    private static final EntityTypeBuilder<IdentityDecision> DECLARE =
            EntityType.define("identity_decision", IdentityDecision::new);

    /** The kind. */
    public static final CodedField<IdentityDecision, DecisionKind> KIND =
            DECLARE.choice("kind", DecisionKind.class, Trait.REQUIRED);
    /** The time. */
    public static final OrderedField<IdentityDecision, Instant> DECIDED_AT =
            DECLARE.instant("decided_at", Trait.REQUIRED, Trait.INDEXED);
    /** The text form of the actor in whose session it was taken. */
    public static final TextField<IdentityDecision> DECIDED_BY = DECLARE.key("decided_by", 200, Trait.REQUIRED);
    /** The id of the person that stayed, or from whom the other came apart. */
    public static final TextField<IdentityDecision> PERSON =
            DECLARE.key("person", UUID_LENGTH, Trait.REQUIRED, Trait.INDEXED);
    /** The id of the person that became one with it, or came apart from it. */
    public static final TextField<IdentityDecision> OTHER_PERSON =
            DECLARE.key("other_person", UUID_LENGTH, Trait.REQUIRED, Trait.INDEXED);
    /** The ids of the records of the first person. */
    public static final TextSetField<IdentityDecision> RECORDS = DECLARE.textSet("records", UUID_LENGTH, Trait.INDEXED);
    /** The ids of the records of the other person. */
    public static final TextSetField<IdentityDecision> OTHER_RECORDS =
            DECLARE.textSet("other_records", UUID_LENGTH, Trait.INDEXED);
    /** True of what people decided, while nobody has taken it back. */
    public static final FlagField<IdentityDecision> IN_FORCE = DECLARE.flag("in_force");
    /** The decision that this one takes back. */
    public static final TextField<IdentityDecision> TAKES_BACK = DECLARE.key("takes_back", UUID_LENGTH, Trait.INDEXED);
    /** The time at which somebody took it back; missing if nobody did. */
    public static final OrderedField<IdentityDecision, Instant> TAKEN_BACK_AT = DECLARE.instant("taken_back_at");
    /** The reasons. */
    public static final BodyField<IdentityDecision, List<LinkReason>> REASONS =
            DECLARE.list("reasons", LinkReason.class, 50);
    /** The reasons in words, without personal data. */
    public static final TextField<IdentityDecision> WORDS = DECLARE.text("words", 2000);

    /** The declaration. */
    public static final EntityType<IdentityDecision> TYPE = DECLARE.build();

    private IdentityDecision(EntityState<IdentityDecision> state) {
        super(state);
    }

    static IdentityDecision of(DecisionKind kind, UUID person, UUID other, Actor actor, Instant now) {
        return TYPE.newEntity()
                .with(KIND, kind)
                .with(PERSON, person.toString())
                .with(OTHER_PERSON, other.toString())
                .with(DECIDED_BY, actor.toString())
                .with(DECIDED_AT, now);
    }

    IdentityDecision about(Collection<UUID> records, Collection<UUID> others) {
        return with(RECORDS, texts(records)).with(OTHER_RECORDS, texts(others));
    }

    private static Set<String> texts(Collection<UUID> ids) {
        return ids.stream()
                .map(UUID::toString)
                .sorted()
                .limit(MAX_RECORDS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<UUID> ids(Set<String> texts) {
        return texts.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    /** Returns the kind. */
    public DecisionKind kind() {
        return require(KIND);
    }

    /** Returns the person that stayed, or from whom the other came apart. */
    public Id<Person> person() {
        return Id.parse(require(PERSON));
    }

    /** Returns the person that became one with it, or came apart from it. */
    public Id<Person> otherPerson() {
        return Id.parse(require(OTHER_PERSON));
    }

    /** Returns the ids of the records of the first person. */
    public Set<UUID> records() {
        return ids(getOrDefault(RECORDS, Set.of()));
    }

    /** Returns the ids of the records of the other person. */
    public Set<UUID> otherRecords() {
        return ids(getOrDefault(OTHER_RECORDS, Set.of()));
    }

    /** Returns the reasons: links of records of one person to records of the other. */
    public List<LinkReason> reasons() {
        return getOrDefault(REASONS, List.of());
    }

    /** Returns whether somebody took it back. */
    public boolean isTakenBack() {
        return get(TAKEN_BACK_AT) != null;
    }

    /** Returns the decision in words, without personal data: names of rules, levels and weights. */
    public String words() {
        return getOrDefault(WORDS, "");
    }

    /** Returns what it says to those who resolve records; only of what people decided. */
    HandDecision asHandDecision() {
        return new HandDecision(kind() == DecisionKind.SAME, records(), otherRecords());
    }
}
