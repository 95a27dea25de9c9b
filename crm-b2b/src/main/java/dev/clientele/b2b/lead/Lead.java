package dev.clientele.b2b.lead;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.account.ContactPointRules;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.customer.ContactKeys;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.Country;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A person or a company that may become a customer. Immutable and thread-safe. */
public final class Lead extends Entity<Lead> {

    private static final EntityTypeBuilder<Lead> DECLARE = EntityType.define("lead", Lead::new);

    /** The person's whole name. */
    public static final TextField<Lead> NAME = DECLARE.text("name", 201, Trait.SEARCHABLE, Trait.PERSONAL);
    /** The company's name. */
    public static final TextField<Lead> COMPANY = DECLARE.text("company", 200, Trait.SEARCHABLE);
    /** The id in the system that the record comes from. */
    public static final TextField<Lead> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The person's job title. */
    public static final TextField<Lead> JOB_TITLE = DECLARE.text("job_title", 200);
    /** The company's domain name in lower case. */
    public static final TextField<Lead> DOMAIN = DECLARE.key("domain", 253, Trait.INDEXED);
    /** The company's industry. */
    public static final TextField<Lead> INDUSTRY = DECLARE.text("industry", 120);
    /** The number of employees of the company. */
    public static final OrderedField<Lead, Long> EMPLOYEES = DECLARE.integer("employees");
    /** The country. */
    public static final CodedField<Lead, Country> COUNTRY = DECLARE.coded("country", Country::code, Country::of);
    /** The source of the lead, such as a campaign. */
    public static final TextField<Lead> SOURCE = DECLARE.text("source", 120, Trait.INDEXED);
    /** The partner's account that sourced the lead; a deal that it is converted to has the same source. */
    public static final ReferenceField<Lead, Account> SOURCED_BY =
            DECLARE.reference("sourced_by", "account", Trait.INDEXED);
    /** The host's own tags for sorting leads. */
    public static final TextSetField<Lead> TAGS = DECLARE.textSet("tags", 60);
    /** The sales representative who works on it. */
    public static final ReferenceField<Lead, SalesRep> OWNER = DECLARE.reference("owner", "sales_rep", Trait.INDEXED);
    /** The status. */
    public static final CodedField<Lead, LeadStatus> STATUS =
            DECLARE.choice("status", LeadStatus.class, Trait.REQUIRED, Trait.INDEXED);
    /** The reason for its disqualification. */
    public static final TextField<Lead> STATUS_REASON = DECLARE.text("status_reason", 200);
    /** The score by the score card it was last scored by. */
    public static final OrderedField<Lead, Long> SCORE = DECLARE.integer("score", Trait.INDEXED);
    /** The time of the last scoring. */
    public static final OrderedField<Lead, Instant> SCORED_AT = DECLARE.instant("scored_at");
    /** The normalised form of the preferred e-mail address; it follows from {@link #CONTACT_POINTS}. */
    public static final TextField<Lead> EMAIL = DECLARE.key("email", 320, Trait.INDEXED, Trait.PERSONAL);
    /** The normalised forms of all contact points; it follows from {@link #CONTACT_POINTS}. */
    public static final TextSetField<Lead> CONTACT_KEYS =
            DECLARE.textSet("contact_keys", ContactKeys.MAX_LENGTH, Trait.INDEXED, Trait.PERSONAL);
    /** The contact points: phone numbers, e-mail addresses and the like. */
    public static final BodyField<Lead, List<ContactPoint>> CONTACT_POINTS =
            DECLARE.list("contact_points", ContactPoint.class, ContactPoints.MAX_POINTS, Trait.PERSONAL);
    /** The free-text description. */
    public static final BodyField<Lead, String> DESCRIPTION = DECLARE.longText("description", 20_000, Trait.PERSONAL);
    /** The time of the conversion. */
    public static final OrderedField<Lead, Instant> CONVERTED_AT = DECLARE.instant("converted_at");
    /** The account that it was converted to. */
    public static final ReferenceField<Lead, Account> ACCOUNT = DECLARE.reference("account", "account", Trait.INDEXED);
    /** The contact that it was converted to. */
    public static final ReferenceField<Lead, Contact> CONTACT = DECLARE.reference("contact", "contact", Trait.INDEXED);
    /** The deal that it was converted to. */
    public static final ReferenceField<Lead, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.INDEXED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Lead> TYPE = DECLARE.rule(Lead::consistent)
            .follow(CONTACT_POINTS, (before, after) -> after.withPointColumns())
            .changeRule(
                    (before, after) -> before.status() == LeadStatus.CONVERTED && after.status() != LeadStatus.CONVERTED
                            ? List.of(new Violation(STATUS.name(), ViolationCode.FIXED, "is CONVERTED and stays so"))
                            : List.of())
            .build();

    private Lead(EntityState<Lead> state) {
        super(state);
    }

    /** Returns a new lead for a person at a company. */
    public static Lead of(String name, String company) {
        return ofPerson(name).with(COMPANY, company);
    }

    /** Returns a new lead for a person. */
    public static Lead ofPerson(String name) {
        return TYPE.newEntity().with(STATUS, LeadStatus.NEW).with(NAME, name);
    }

    /** Returns a new lead for a company where nobody is known yet. */
    public static Lead ofCompany(String company) {
        return TYPE.newEntity().with(STATUS, LeadStatus.NEW).with(COMPANY, company);
    }

    /** Returns the status. */
    public LeadStatus status() {
        return require(STATUS);
    }

    /** Returns the contact points. */
    public ContactPoints contactPoints() {
        return new ContactPoints(getOrDefault(CONTACT_POINTS, List.of()));
    }

    /** Returns the name of the contact that it becomes: the person, or the company where nobody is known. */
    public PersonName contactName() {
        return PersonName.of(find(NAME).or(() -> find(COMPANY)).orElseThrow());
    }

    /** Returns the name of the account that it becomes: the company, or the person where none is known. */
    public String accountName() {
        return find(COMPANY).or(() -> find(NAME)).orElseThrow();
    }

    /** Returns a copy with this contact point added, or put in place of one that matches it. */
    public Lead withContactPoint(ContactPoint point) {
        return withContactPoints(contactPoints().plus(point));
    }

    /** Returns a copy with these contact points in place of those it has. */
    public Lead withContactPoints(ContactPoints points) {
        return with(CONTACT_POINTS, points.isEmpty() ? null : points.points());
    }

    private Lead withPointColumns() {
        return ContactPointRules.find(getOrDefault(CONTACT_POINTS, List.of()))
                .map(points -> with(EMAIL, ContactPointRules.email(points))
                        .with(CONTACT_KEYS, ContactKeys.of(points.points())))
                .orElse(this);
    }

    private static List<Violation> consistent(Lead lead) {
        List<Violation> violations = new ArrayList<>(ContactPointRules.violations(
                lead.getOrDefault(CONTACT_POINTS, List.of()),
                lead.get(EMAIL),
                lead.getOrDefault(CONTACT_KEYS, Set.of())));
        if (lead.get(NAME) == null && lead.get(COMPANY) == null) {
            violations.add(new Violation("", "a lead has a name or a company"));
        }
        boolean converted = lead.status() == LeadStatus.CONVERTED;
        if (converted != (lead.get(CONVERTED_AT) != null)
                || converted != (lead.get(CONTACT) != null)
                || converted != (lead.get(ACCOUNT) != null)) {
            violations.add(new Violation(STATUS.name(), "is CONVERTED exactly with an account, a contact and a time"));
        }
        return violations;
    }
}
