package dev.clientele.b2c.identity.record;

import com.google.common.collect.ImmutableList;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.text.TextRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A record about a person as one system has it: what it says now, what it has said before, and the person that it is found to be
 * about. Immutable and thread-safe.
 *
 * <pre>{@code
 * SourceRecord.of("shop", "4711").said(when).name(PersonName.of("Ana", "Silva")).email("ana@example.com").device("d-81");
 * SourceRecord.sighting("web").device("d-81");          // an event that has identifiers and no record of its own
 * }</pre>
 *
 * <p>What a system said stays as it was; a later statement of the same record counts in its place, in whatever order the two
 * arrive. Things that happen may be logged under a record's own id: they are read with the person that the record belongs to, and
 * go with the record if it turns out to be about another one.
 */
public final class SourceRecord extends Entity<SourceRecord> {

    /** The source of what people enter by hand. */
    public static final String BY_HAND = "hand";

    /** The most earlier statements that are kept; the oldest go first. */
    public static final int MAX_EARLIER = 50;

    /** The most reasons that are kept. */
    public static final int MAX_REASONS = 20;

    /** The most characters of {@link #COMPARED}. */
    public static final int MAX_COMPARED = 2000;

    /** The most characters of {@link #SOURCE_KEY}. */
    private static final int MAX_KEY = 265;

    private static final TextRule SOURCE_NAME = TextRule.key(64);
    private static final TextRule EXTERNAL_ID = TextRule.key(200);

    private static final EntityTypeBuilder<SourceRecord> DECLARE =
            EntityType.define("source_record", SourceRecord::new);

    /** The system. */
    public static final TextField<SourceRecord> SOURCE = DECLARE.key("source", 64, Trait.REQUIRED);
    /** System and id there, as {@code source:id}; of a sighting a digest of its identifiers. */
    public static final TextField<SourceRecord> SOURCE_KEY =
            DECLARE.key("source_key", MAX_KEY, Trait.UNIQUE, Trait.PERSONAL);
    /** The instant of the latest statement. */
    public static final OrderedField<SourceRecord, Instant> SAID_AT = DECLARE.instant("said_at");
    /** The person that the record is about; missing until that is decided. */
    public static final ReferenceField<SourceRecord, Person> PERSON =
            DECLARE.reference("person", Person.TYPE.name(), Trait.INDEXED, Trait.IDENTITY);
    /** Digests of what the record may be linked by. */
    public static final TextSetField<SourceRecord> KEYS = DECLARE.textSet("link_keys", 16, Trait.INDEXED);
    /** The texts that the identity policy's model compares, in the order of its attributes; missing where they are too long. */
    public static final TextField<SourceRecord> COMPARED = DECLARE.text("compared", MAX_COMPARED, Trait.PERSONAL);
    /** Digests of what it could be linked by before its system said otherwise; until that is decided on. */
    public static final TextSetField<SourceRecord> FORMER_KEYS = DECLARE.textSet("former_link_keys", 16);
    /** Identifier types that mustn't be used for a purpose any more, each as {@code type@purpose}; {@code *@purpose} for all that is said. */
    public static final TextSetField<SourceRecord> WITHDRAWN = DECLARE.textSet("withdrawn", 100);
    /** True of the record with which a person began about whom people have entered something by hand. */
    public static final FlagField<SourceRecord> ENTERED = DECLARE.flag("entered");
    /** True if somebody has decided whom the record is about, or not about. */
    public static final FlagField<SourceRecord> DECIDED = DECLARE.flag("decided");
    /** The version of the settings by which its keys were made. */
    public static final OrderedField<SourceRecord, Long> KEYED_BY = DECLARE.integer("keyed_by", Trait.INDEXED);
    /** True until it is decided whom the record is about. */
    public static final FlagField<SourceRecord> PENDING = DECLARE.flag("pending", Trait.INDEXED);
    /** The latest statement. */
    public static final BodyField<SourceRecord, Statement> STATEMENT =
            DECLARE.structured("statement", Statement.class, Trait.PERSONAL);
    /** Earlier statements, the oldest first. */
    public static final BodyField<SourceRecord, List<Statement>> EARLIER =
            DECLARE.list("earlier", Statement.class, MAX_EARLIER, Trait.PERSONAL);
    /** The reasons why the record belongs to its person; none for the record with which that person began. */
    public static final BodyField<SourceRecord, List<LinkReason>> REASONS =
            DECLARE.list("reasons", LinkReason.class, MAX_REASONS);

    /** The declaration. */
    public static final EntityType<SourceRecord> TYPE = DECLARE.derived().build();

    /** Made of what the record says when they are first asked for, since that takes time and they are asked for often. */
    private @Nullable Person said;

    private @Nullable List<Identifier> identifiers;

    private SourceRecord(EntityState<SourceRecord> state) {
        super(state);
    }

    /**
     * Creates the record that a system has under an id.
     *
     * @param source such as {@code shop}; 1 to 64 characters without colon
     * @param externalId its id there, 1 to 200 characters
     */
    public static SourceRecord of(String source, String externalId) {
        String system = checkSource(source);
        return TYPE.newEntity()
                .with(SOURCE, system)
                .with(SOURCE_KEY, system + ":" + EXTERNAL_ID.check("externalId", externalId));
    }

    /**
     * Creates a record of a visit or another event, for which the system has identifiers and no record. Two with the same
     * identifiers are one.
     */
    public static SourceRecord sighting(String source) {
        return TYPE.newEntity().with(SOURCE, checkSource(source));
    }

    private static String checkSource(String source) {
        String system = SOURCE_NAME.check("source", source);
        if (system.indexOf(':') >= 0) {
            throw new InvalidValueException("source", ViolationCode.CHARACTER, "must not contain a colon");
        }
        return system;
    }

    /** Returns this record with the instant at which its system said so; that at which it arrives unless given. */
    public SourceRecord said(Instant when) {
        return saying(statement -> statement.at(when)).with(SAID_AT, when);
    }

    /** Returns this record with a name. */
    public SourceRecord name(PersonName name) {
        return person(person -> person.withName(name));
    }

    /** Returns this record with an e-mail address; otherwise as {@link #identifier}. */
    public SourceRecord email(String address) {
        return contactPoint(ContactPoint.email(address));
    }

    /** Returns this record with an international phone number; otherwise as {@link #identifier}. */
    public SourceRecord phone(String number) {
        return contactPoint(ContactPoint.phone(number));
    }

    /** Returns this record with an e-mail address or a phone number, by which it is linked, or another contact point. */
    public SourceRecord contactPoint(ContactPoint point) {
        return person(person -> person.withContactPoint(point));
    }

    /** Returns this record with a postal address. */
    public SourceRecord address(PostalAddress address) {
        return person(person -> person.withAddresses(List.of(address)));
    }

    /** Returns this record with a day of birth. */
    public SourceRecord birthDate(LocalDate day) {
        return saying(Person.BIRTH_DATE, day);
    }

    /** Returns this record with the account that somebody has logged in with. */
    public SourceRecord user(String account) {
        return identifier(Identifier.verified(IdentifierType.USER, account));
    }

    /** Returns this record with the number of a member card. */
    public SourceRecord loyaltyCard(String number) {
        return identifier(Identifier.of(IdentifierType.LOYALTY_CARD, number)).saying(Person.LOYALTY_NUMBER, number);
    }

    /** Returns this record with a device; otherwise as {@link #identifier}. */
    public SourceRecord device(String device) {
        return identifier(Identifier.of(IdentifierType.DEVICE, device));
    }

    /** Returns this record with a browser's id; otherwise as {@link #identifier}. */
    public SourceRecord cookie(String cookie) {
        return identifier(Identifier.of(IdentifierType.COOKIE, cookie));
    }

    /** Returns this record with the id of a record of another system that is about the same person. */
    public SourceRecord alsoKnownAs(String source, String externalId) {
        return identifier(Identifier.externalId(of(source, externalId).require(SOURCE_KEY)));
    }

    /**
     * Returns this record with one more identifier.
     *
     * @throws InvalidValueException if there are more than {@value Statement#MAX_IDENTIFIERS}
     */
    public SourceRecord identifier(Identifier identifier) {
        return saying(statement -> statement.with(identifier));
    }

    /** Returns this record with a value of a person's field, a custom one of the host's too. */
    public <V> SourceRecord saying(Field<Person, V> field, V value) {
        return person(person -> person.with(field, value));
    }

    /**
     * Returns this record with a text that is compared, under the name that a policy gives it, in place of what fields of a person say.
     *
     * @param text raw, at most {@value Statement#MAX_ATTRIBUTE_LENGTH} characters; an empty one changes nothing
     */
    public SourceRecord attribute(String name, String text) {
        return text.isBlank() ? this : saying(statement -> statement.withAttribute(name, text));
    }

    private SourceRecord person(UnaryOperator<Person> change) {
        return saying(statement -> {
            Map<String, Object> json = new LinkedHashMap<>(statement.person());
            Person.TYPE.fields().forEach(field -> json.remove(field.name()));
            json.putAll(Person.TYPE.toJson(change.apply(read(statement))));
            return statement.withPerson(json);
        });
    }

    private SourceRecord saying(UnaryOperator<Statement> change) {
        return with(STATEMENT, change.apply(statement()));
    }

    private static Person read(Statement statement) {
        return Person.TYPE.fromRecorded(statement.person());
    }

    /**
     * Returns this record as it is stored when it arrives: with a time, and a sighting with the key that follows from its identifiers.
     *
     * @param now counts where the record says no time, and as the latest time that it can say
     * @throws InvalidValueException if a sighting has no identifier
     */
    public SourceRecord arrived(Instant now) {
        Instant when = find(SAID_AT).filter(said -> said.isBefore(now)).orElse(now);
        SourceRecord timed = said(when);
        return find(SOURCE_KEY).isPresent()
                ? timed
                : timed.with(SOURCE_KEY, source() + ":~" + SightingDigest.of(statement()));
    }

    /**
     * Returns this stored record with what arrives about it: the union of the statements of both, so that the result doesn't depend on
     * the order in which statements arrive. Equal to this one if nothing new was said.
     */
    public SourceRecord plus(SourceRecord arriving) {
        List<Statement> all = StatementHistory.union(statements(), arriving.statements());
        Statement latest = all.get(all.size() - 1);
        return with(STATEMENT, latest)
                .with(SAID_AT, latest.saidAt())
                .with(EARLIER, all.size() == 1 ? null : all.subList(0, all.size() - 1));
    }

    /** Returns all statements that are kept, the oldest first. */
    public List<Statement> statements() {
        return ImmutableList.<Statement>builder()
                .addAll(getOrDefault(EARLIER, List.of()))
                .add(statement())
                .build();
    }

    /** Returns whether nothing but identifiers of an event is known, and no record of a system. */
    public boolean isSighting() {
        return externalId().startsWith("~");
    }

    /**
     * Returns everything by which this record may be linked, each once: what its system says now, its e-mail addresses and phone numbers,
     * and its own id there.
     */
    public List<Identifier> identifiers() {
        List<Identifier> known = identifiers;
        if (known == null) {
            known = RecordIdentifiers.of(this);
            identifiers = known;
        }
        return known;
    }

    /** Returns the latest statement; one that says nothing if there is none. */
    public Statement statement() {
        return find(STATEMENT).orElseGet(() -> Statement.nothing(Instant.EPOCH));
    }

    /** Returns the values of a person's fields that the latest statement has, as a person that isn't stored. */
    public Person said() {
        Person known = said;
        if (known == null) {
            known = read(statement());
            said = known;
        }
        return known;
    }

    /** Returns the values of a person's fields that the latest statement has, as {@link #said()}, custom ones of a type included. */
    public Person said(EntityType<Person> type) {
        return type.fromRecorded(statement().person());
    }

    /** Returns the system. */
    public String source() {
        return require(SOURCE);
    }

    /** Returns the id in the system; of a sighting a digest of its identifiers. */
    public String externalId() {
        return require(SOURCE_KEY).substring(source().length() + 1);
    }

    /** Returns the person that the record is about; empty until that is decided. */
    public Optional<Id<Person>> person() {
        return find(PERSON);
    }

    /** Returns the reasons why the record belongs to its person; none for the record with which that person began. */
    public List<LinkReason> reasons() {
        return getOrDefault(REASONS, List.of());
    }

    /** Returns whether what is said mustn't be used for a purpose: identifiers of a type, or all if the type is {@code *}. */
    public boolean isWithdrawn(String type, String purpose) {
        Set<String> withdrawn = getOrDefault(WITHDRAWN, Set.of());
        return withdrawn.contains("*@" + purpose) || withdrawn.contains(type + "@" + purpose);
    }

    /** Returns whether this is what people entered by hand. */
    public boolean isByHand() {
        return source().equals(BY_HAND);
    }
}
