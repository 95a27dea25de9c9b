package dev.clientele.b2c.person;

import dev.clientele.core.customer.Consent;
import dev.clientele.core.customer.ConsentRecord;
import dev.clientele.core.customer.ContactKeys;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Customer;
import dev.clientele.core.customer.CustomerId;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A consumer. Immutable and thread-safe; personal data is masked in {@code toString}.
 *
 * <p>Names, contact points and addresses are set as values ({@link #withName}, {@link #withContactPoints}, {@link
 * #withAddresses}); the columns that make them findable ({@link #NAME}, {@link #CONTACT_KEYS}, {@link #CITY}, {@link
 * #COUNTRY} and so on) follow from them, and a person whose columns say something else can't be stored. Everything else is set
 * by {@code with}.
 *
 * <pre>{@code
 * Person ana = Person.named(PersonName.of("Ana", "Silva"))
 *         .from("shop", "4711")
 *         .withContactPoints(ContactPoints.of(ContactPoint.email("ana@example.com")))
 *         .withAddresses(List.of(PostalAddress.builder(Country.of("GB")).city("Leeds").build()))
 *         .with(Person.BIRTH_DATE, LocalDate.of(1984, 5, 2));
 * }</pre>
 */
public final class Person extends Entity<Person> implements Customer {

    /** The most postal addresses of one person. */
    public static final int MAX_ADDRESSES = 50;
    /** The most consents of one person. */
    public static final int MAX_CONSENTS = 1000;

    private static final int MAX_NAME = 201;
    private static final String UNKNOWN = "Unknown";

    private static final EntityTypeBuilder<Person> DECLARE = EntityType.define("person", Person::new);

    /** The whole name for people to read; of a person that a machine keeps it may be missing. */
    public static final TextField<Person> NAME = DECLARE.text("name", MAX_NAME, Trait.PERSONAL, Trait.SEARCHABLE);
    /** The given name, if known apart. */
    public static final TextField<Person> GIVEN_NAME = DECLARE.text("given_name", 100, Trait.PERSONAL);
    /** The family name, if known apart. */
    public static final TextField<Person> FAMILY_NAME =
            DECLARE.text("family_name", 100, Trait.PERSONAL, Trait.SEARCHABLE);
    /** The source system and the id there, as {@code source:id}; see {@link #from}. */
    public static final TextField<Person> SOURCE_KEY =
            DECLARE.key("source_key", SourceKey.MAX_LENGTH, Trait.UNIQUE, Trait.PERSONAL);
    /** Ids in further systems, each as {@code source:id}; see {@link #withExternalId}. */
    public static final TextSetField<Person> EXTERNAL_IDS =
            DECLARE.textSet("external_ids", SourceKey.MAX_LENGTH, Trait.PERSONAL, Trait.INDEXED, Trait.IDENTIFYING);
    /** The number of a loyalty account or member card. */
    public static final TextField<Person> LOYALTY_NUMBER =
            DECLARE.key("loyalty_number", 64, Trait.UNIQUE, Trait.PERSONAL);
    /** The kind of member card, such as {@code Silver}. */
    public static final TextField<Person> MEMBER_CARD = DECLARE.text("member_card", 40, Trait.INDEXED);
    /** The day of birth. */
    public static final OrderedField<Person, LocalDate> BIRTH_DATE = DECLARE.date("birth_date", Trait.PERSONAL);
    /** In the person's own words or the source's code; nothing is assumed of it. */
    public static final TextField<Person> GENDER = DECLARE.text("gender", 40, Trait.PERSONAL);
    /** Labels of the host's. */
    public static final TextSetField<Person> TAGS = DECLARE.textSet("tags", 60);

    /** The city of the main address. */
    public static final TextField<Person> CITY = DECLARE.text("city", 200, Trait.PERSONAL, Trait.INDEXED);
    /** The state, province or county of the main address. */
    public static final TextField<Person> REGION = DECLARE.text("region", 200, Trait.PERSONAL);
    /** The postal code of the main address. */
    public static final TextField<Person> POSTAL_CODE = DECLARE.text("postal_code", 20, Trait.PERSONAL);
    /** The country of the main address by its ISO 3166-1 alpha-2 code, such as {@code GB}. */
    public static final TextField<Person> COUNTRY = DECLARE.text("country", 2, Trait.PERSONAL);
    /** The normalised e-mail addresses and phone numbers; see {@link #havingContactPoint}. */
    public static final TextSetField<Person> CONTACT_KEYS =
            DECLARE.textSet("contact_keys", ContactKeys.MAX_LENGTH, Trait.PERSONAL, Trait.INDEXED);
    /** Digests by which households and other groups are found; computed by {@code identity.relation}, beside what people write. */
    public static final TextSetField<Person> RELATION_KEYS =
            DECLARE.textSet("relation_keys", 60, Trait.PERSONAL, Trait.COMPUTED, Trait.INDEXED);

    /** The ways to reach this person. */
    public static final BodyField<Person, List<ContactPoint>> CONTACT_POINTS =
            DECLARE.list("contact_points", ContactPoint.class, ContactPoints.MAX_POINTS, Trait.PERSONAL);
    /** Postal addresses, the main one first. */
    public static final BodyField<Person, List<PostalAddress>> ADDRESSES =
            DECLARE.list("addresses", PostalAddress.class, MAX_ADDRESSES, Trait.PERSONAL);
    /** Everything that this person said about being contacted. */
    public static final BodyField<Person, List<Consent>> CONSENTS =
            DECLARE.list("consents", Consent.class, MAX_CONSENTS, Trait.PERSONAL);
    /** Digests of what a machine has written last; only of persons whose fields are kept by one, from records of several systems. */
    public static final BodyField<Person, ProjectedFields> PROJECTED =
            DECLARE.structured("projected", ProjectedFields.class, Trait.PERSONAL);

    /** The kinds of contact points by which persons are found. */
    static final Set<ContactPointKind> REACHABLE_BY = Set.of(ContactPointKind.EMAIL, ContactPointKind.PHONE);

    static final ScoreFields SCORE = new ScoreFields(DECLARE);

    /** The declaration. */
    public static final EntityType<Person> TYPE = DECLARE.rule(PersonInvariants::findMissingName)
            .rule(PersonInvariants::findInconsistentColumns)
            .follow(CONTACT_POINTS, (before, after) -> after.withContactKeys())
            .follow(ADDRESSES, (before, after) -> after.withMainAddress())
            .follow(GIVEN_NAME, Person::followName)
            .follow(FAMILY_NAME, Person::followName)
            .build();

    private Person(EntityState<Person> state) {
        super(state);
    }

    /** Creates a person of this name. */
    public static Person named(PersonName name) {
        return TYPE.newEntity().withName(name);
    }

    /**
     * Returns the criteria of persons who have this contact point, however it is written and flagged.
     *
     * @throws InvalidValueException if it is neither an e-mail address nor a phone number
     */
    public static Criteria havingContactPoint(ContactPoint point) {
        if (!REACHABLE_BY.contains(point.kind())) {
            throw new InvalidValueException(
                    "point", ViolationCode.FORM, "must be an e-mail address or a phone number, got " + point.kind());
        }
        return CONTACT_KEYS.has(ContactKeys.of(point));
    }

    /** Returns this person under another name. */
    public Person withName(PersonName name) {
        return with(GIVEN_NAME, name.given()).with(FAMILY_NAME, name.family()).with(NAME, name.display());
    }

    /** Puts the name together anew where it was that of its parts. */
    private static Person followName(Person before, Person after) {
        String name = after.get(NAME);
        return name == null || name.equals(PersonName.join(before.get(GIVEN_NAME), before.get(FAMILY_NAME)))
                ? after.with(NAME, PersonName.join(after.get(GIVEN_NAME), after.get(FAMILY_NAME)))
                : after;
    }

    /** Returns this person with this contact point added, or put in place of one that matches it. */
    public Person withContactPoint(ContactPoint point) {
        return withContactPoints(contactPoints().plus(point));
    }

    /** Returns this person with these contact points in place of any before. */
    public Person withContactPoints(ContactPoints points) {
        return with(CONTACT_POINTS, points.isEmpty() ? null : points.points());
    }

    private Person withContactKeys() {
        return with(CONTACT_KEYS, ContactKeys.of(getOrDefault(CONTACT_POINTS, List.of()), REACHABLE_BY));
    }

    /** Returns this person with these addresses, the main one first, in place of any before. */
    public Person withAddresses(List<PostalAddress> addresses) {
        return with(ADDRESSES, addresses.isEmpty() ? null : addresses);
    }

    private Person withMainAddress() {
        Optional<PostalAddress> main = addresses().stream().findFirst();
        return with(CITY, main.map(PostalAddress::city).orElse(null))
                .with(REGION, main.map(PostalAddress::region).orElse(null))
                .with(POSTAL_CODE, main.map(PostalAddress::postalCode).orElse(null))
                .with(COUNTRY, main.map(address -> address.country().code()).orElse(null));
    }

    /** Returns this person, having said this too. */
    public Person withConsent(Consent said) {
        return with(CONSENTS, consent().plus(said).history());
    }

    /**
     * Returns this person with the identity it has in the system it is loaded from, so that loading it again finds it.
     *
     * @param source the system, such as {@code shop}; 1 to 64 characters without colon
     * @param externalId its id there, 1 to 200 characters
     */
    public Person from(String source, String externalId) {
        return with(SOURCE_KEY, SourceKey.of(source, externalId));
    }

    /** Returns this person with its id in one more system; arguments as {@link #from}. */
    public Person withExternalId(String source, String externalId) {
        return with(EXTERNAL_IDS, SourceKey.withKey(getOrDefault(EXTERNAL_IDS, Set.of()), source, externalId));
    }

    /** Returns the name in its parts; where there is none, what is displayed in its place, cut to the length of a name. */
    public PersonName name() {
        String display = displayName();
        int length = display.codePointCount(0, display.length());
        return new PersonName(
                get(GIVEN_NAME),
                get(FAMILY_NAME),
                length <= MAX_NAME ? display : display.substring(0, display.offsetByCodePoints(0, MAX_NAME)));
    }

    /** Returns all that this person said about being contacted. */
    public ConsentRecord consent() {
        return new ConsentRecord(getOrDefault(CONSENTS, List.of()));
    }

    /** Returns the expectation of the latest scoring run; empty if it has never been scored. */
    public Optional<Score> score() {
        return Score.of(this);
    }

    /**
     * Returns the id of this person as a customer.
     *
     * @throws IllegalStateException if the person is new and has no id yet
     */
    @Override
    public CustomerId customerId() {
        return CustomerId.person(id().value());
    }

    /** Returns the name; without one the first contact point as it was written, or {@code Unknown}. */
    @Override
    public String displayName() {
        String name = get(NAME);
        if (name != null) {
            return name;
        }
        List<ContactPoint> points = getOrDefault(CONTACT_POINTS, List.of());
        return points.isEmpty() ? UNKNOWN : points.get(0).original();
    }

    /** Returns whether a machine keeps the fields, from records of several systems; people's changes are among these. */
    public boolean isKeptByMachine() {
        return find(PROJECTED).isPresent();
    }

    @Override
    public ContactPoints contactPoints() {
        return new ContactPoints(getOrDefault(CONTACT_POINTS, List.of()));
    }

    @Override
    public List<PostalAddress> addresses() {
        return getOrDefault(ADDRESSES, List.of());
    }
}
