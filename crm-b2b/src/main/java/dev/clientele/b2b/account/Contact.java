package dev.clientele.b2b.account;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.customer.ContactKeys;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.customer.PostalAddress;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A person in working life. {@link AccountContact}s relate the person to accounts. Immutable and thread-safe. */
public final class Contact extends Entity<Contact> {

    static final int MAX_ADDRESSES = 20;

    private static final EntityTypeBuilder<Contact> DECLARE = EntityType.define("contact", Contact::new);

    /** The whole name, as the person writes it. */
    public static final TextField<Contact> NAME =
            DECLARE.text("name", 201, Trait.REQUIRED, Trait.SEARCHABLE, Trait.PERSONAL);
    /** The given name, where it is known on its own. */
    public static final TextField<Contact> GIVEN_NAME = DECLARE.text("given_name", 100, Trait.PERSONAL);
    /** The family name, where it is known on its own. */
    public static final TextField<Contact> FAMILY_NAME =
            DECLARE.text("family_name", 100, Trait.SEARCHABLE, Trait.PERSONAL);
    /** The id in the system that the record comes from. */
    public static final TextField<Contact> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The normalised form of the preferred e-mail address; it follows from {@link #CONTACT_POINTS}. */
    public static final TextField<Contact> EMAIL = DECLARE.key("email", 320, Trait.INDEXED, Trait.PERSONAL);
    /** The normalised forms of all contact points; they follow from {@link #CONTACT_POINTS}. */
    public static final TextSetField<Contact> CONTACT_KEYS =
            DECLARE.textSet("contact_keys", ContactKeys.MAX_LENGTH, Trait.INDEXED, Trait.PERSONAL);
    /** The job title. */
    public static final TextField<Contact> JOB_TITLE = DECLARE.text("job_title", 200);
    /** The department in the organisation. */
    public static final TextField<Contact> DEPARTMENT = DECLARE.text("department", 200);
    /** The sales representative who owns the contact. */
    public static final ReferenceField<Contact, SalesRep> OWNER =
            DECLARE.reference("owner", "sales_rep", Trait.INDEXED);
    /** The contact points: phone numbers, e-mail addresses and the like. */
    public static final BodyField<Contact, List<ContactPoint>> CONTACT_POINTS =
            DECLARE.list("contact_points", ContactPoint.class, ContactPoints.MAX_POINTS, Trait.PERSONAL);
    /** The postal addresses, the main address first. */
    public static final BodyField<Contact, List<PostalAddress>> ADDRESSES =
            DECLARE.list("addresses", PostalAddress.class, MAX_ADDRESSES, Trait.PERSONAL);
    /** The free-text description. */
    public static final BodyField<Contact, String> DESCRIPTION =
            DECLARE.longText("description", 20_000, Trait.PERSONAL);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Contact> TYPE = DECLARE.rule(contact -> ContactPointRules.violations(
                    contact.getOrDefault(CONTACT_POINTS, List.of()),
                    contact.get(EMAIL),
                    contact.getOrDefault(CONTACT_KEYS, Set.of())))
            .follow(CONTACT_POINTS, (before, after) -> after.withPointColumns())
            .follow(GIVEN_NAME, Contact::followName)
            .follow(FAMILY_NAME, Contact::followName)
            .build();

    private Contact(EntityState<Contact> state) {
        super(state);
    }

    /** Returns a new contact. */
    public static Contact named(String name) {
        return of(PersonName.of(name));
    }

    /** Returns a new contact. */
    public static Contact of(PersonName name) {
        return TYPE.newEntity().withName(name);
    }

    /** Returns the criteria of contacts who have this contact point, however written, and whatever its flags. */
    public static Criteria havingContactPoint(ContactPoint point) {
        return CONTACT_KEYS.has(ContactKeys.of(point));
    }

    /** Returns the name. */
    public PersonName name() {
        return new PersonName(get(GIVEN_NAME), get(FAMILY_NAME), require(NAME));
    }

    /** Returns the contact points. */
    public ContactPoints contactPoints() {
        return new ContactPoints(getOrDefault(CONTACT_POINTS, List.of()));
    }

    /** Returns the postal addresses, the main address first. */
    public List<PostalAddress> addresses() {
        return getOrDefault(ADDRESSES, List.of());
    }

    /** Returns a copy with this name. */
    public Contact withName(PersonName name) {
        return with(GIVEN_NAME, name.given()).with(FAMILY_NAME, name.family()).with(NAME, name.display());
    }

    /** Returns a copy with this contact point added, or put in place of one that matches it. */
    public Contact withContactPoint(ContactPoint point) {
        return withContactPoints(contactPoints().plus(point));
    }

    /** Returns a copy with these contact points in place of those it has. */
    public Contact withContactPoints(ContactPoints points) {
        return with(CONTACT_POINTS, points.isEmpty() ? null : points.points());
    }

    private Contact withPointColumns() {
        return ContactPointRules.find(getOrDefault(CONTACT_POINTS, List.of()))
                .map(points -> with(EMAIL, ContactPointRules.email(points))
                        .with(CONTACT_KEYS, ContactKeys.of(points.points())))
                .orElse(this);
    }

    /** Puts the name together anew where it was that of its parts. */
    private static Contact followName(Contact before, Contact after) {
        String name = after.get(NAME);
        return name == null || name.equals(PersonName.join(before.get(GIVEN_NAME), before.get(FAMILY_NAME)))
                ? after.with(NAME, PersonName.join(after.get(GIVEN_NAME), after.get(FAMILY_NAME)))
                : after;
    }

    /** Returns a copy with this address added. */
    public Contact withAddress(PostalAddress address) {
        List<PostalAddress> addresses = new ArrayList<>(addresses());
        addresses.add(address);
        return with(ADDRESSES, addresses);
    }
}
