package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.AttributeDrift;
import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.resolution.StatementValues;
import dev.clientele.b2c.identity.survivorship.SurvivorshipRules;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The service that tells who somebody is: records of many systems become persons, in real time. Thread-safe unless it comes from within a transaction.
 *
 * <p>The outcome depends on what systems said, on the policy and on what people decided, never on the order in which records arrive,
 * whether one by one, in batches or from many threads. Each call stores the records first, and decides in a second transaction; if
 * the program ends between the two, {@link #settlePending} goes on. Within a transaction of the caller's both are part of that: there two
 * records that arrive at the same moment may not see each other, and {@link #settlePending} later settles them together.
 *
 * <p>The actor needs to be let read and write all source records, persons, identity decisions, generic values and match reviews, and
 * merges with their steps: who sees a part only would decide on a part. Where relation rules are set, the right to compute persons, too.
 */
public final class Identity {

    private final CrmSession session;

    /** Opens the identity of a session; users of the library take {@code B2c.in(session).identity()}. */
    public Identity(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /**
     * Stores what a system says, and returns whom it is about. The same record again changes nothing; a later statement of a record
     * takes the place of the earlier one.
     *
     * @throws InvalidException if a value breaks rules; nothing is stored then
     * @throws dev.clientele.core.error.DeniedException if the actor may write nothing of what follows; nothing is stored then
     */
    public Identified identify(SourceRecord record) {
        return identifyAll(List.of(record)).get(0);
    }

    /**
     * Stores what systems say, and returns whom each record is about, in the same order. Fastest in batches of some hundreds.
     *
     * @throws InvalidException as {@link #identify}
     */
    public List<Identified> identifyAll(Collection<SourceRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<Id<SourceRecord>> ids =
                session.inTransaction(tx -> new RecordArrival(tx, new PolicyStore(tx).rely()).store(records));
        return session.inTransaction(tx -> new Identification(tx).settle(ids));
    }

    /**
     * Decides on records that were stored, and not decided on: a program ended in between, or they came within a transaction of a
     * host's.
     *
     * @param limit the most records to decide on, 1 or more; 500 is a good number
     * @return how many were; below the limit if none is left
     */
    public int settlePending(int limit) {
        List<Id<SourceRecord>> pending = records().query(SourceRecord.PENDING.isTrue()).page(limit).items().stream()
                .map(SourceRecord::id)
                .toList();
        if (!pending.isEmpty()) {
            session.runInTransaction(tx -> new Identification(tx).settle(pending));
        }
        return pending.size();
    }

    /**
     * Makes records of what people have entered about persons, by whatever door, and decides on them. What people enter is read anyway
     * when the machine is about to decide on the person; this is for persons who were there before records came, so that a model is
     * trained on them and finds them. Some hundreds to a transaction; calling it again does what is new.
     *
     * @param persons such as all of {@link dev.clientele.b2c.person.Persons}
     * @return how many persons have a record that is new or says something new
     */
    public long captureEntered(Selection<Person> persons) {
        return new EnteredCapture(session).run(persons);
    }

    /** Returns the source records; they are written through {@link #identify} alone. */
    public Repository<SourceRecord> records() {
        return session.repository(SourceRecord.TYPE);
    }

    /** Returns the records that are about a person, at the time of reading. */
    public List<SourceRecord> records(Id<Person> person) {
        return session.inSnapshot(tx -> new PersonRecords(tx).of(person));
    }

    /** Finds the record that a system has under an id; arguments as {@link SourceRecord#of}. */
    public Optional<SourceRecord> find(String source, String externalId) {
        String key = SourceRecord.of(source, externalId).require(SourceRecord.SOURCE_KEY);
        return records().query(SourceRecord.SOURCE_KEY.is(key)).first();
    }

    /**
     * Decides that two persons are one, whatever the machine thinks; what was decided to the contrary is taken back.
     *
     * @return the decision, which {@link #unmerge} takes back
     * @throws InvalidException if they are one already
     * @throws dev.clientele.core.error.NotFoundException if there is no such person
     */
    public IdentityDecision same(Id<Person> person, Id<Person> other) {
        return session.inTransaction(tx -> new HandDecisions(tx).same(person, other));
    }

    /**
     * Decides that two persons are not one, now and later.
     *
     * @return the decision, which {@link #unmerge} takes back
     * @throws InvalidException if they are one: {@link #unmerge} the decision that made them so, or {@link #separate} records
     * @throws dev.clientele.core.error.NotFoundException if there is no such person
     */
    public IdentityDecision forbid(Id<Person> person, Id<Person> other) {
        return session.inTransaction(tx -> new HandDecisions(tx).forbid(person, other));
    }

    /**
     * Decides that some records of a person are about somebody else, now and later.
     *
     * @return the decision, which {@link #unmerge} takes back
     * @throws InvalidException if they aren't records of one person, or all of them are named
     */
    public IdentityDecision separate(Collection<Id<SourceRecord>> records) {
        return session.inTransaction(tx -> new HandDecisions(tx).separate(records));
    }

    /**
     * Takes a decision back. Persons that had become one are again as they were, each with its id, its records and all that refers to it;
     * what came since goes with the records that it is about. The machine doesn't make them one again. Of {@link DecisionKind#DIFFERENT}
     * ones it may.
     *
     * @return the decision that was taken now
     * @throws InvalidException if it was taken back already, or is one of the machine's that a person came apart
     */
    public IdentityDecision unmerge(IdentityDecision decision) {
        return session.inTransaction(tx -> new HandDecisions(tx).takeBack(decision.id()));
    }

    /** Returns the decisions about a person and those merged into it, the latest first. */
    public List<IdentityDecision> decisions(Id<Person> person) {
        return session.inSnapshot(tx -> new PersonRecords(tx).decisions(person));
    }

    /** Returns all decisions. */
    public Selection<IdentityDecision> decisions() {
        return session.repository(IdentityDecision.TYPE).all();
    }

    /** Returns the pairs for somebody to decide, the surest first. */
    public Selection<MatchReview> reviews() {
        return session.repository(MatchReview.TYPE)
                .query(MatchReview.SAME.isMissing())
                .sortedBy(MatchReview.PROBABILITY, SortDirection.DESCENDING);
    }

    /**
     * Returns the questions whose answers tell most: those that the machine is least sure of, about no record twice. Answers, and whatever
     * else people decide about persons, correct the next model that is fitted.
     *
     * @param count the most questions, 1 or more
     */
    public List<MatchReview> ask(int count) {
        return session.inSnapshot(tx -> new ReviewSelection(tx).choose(count));
    }

    /** Stores somebody's answer, and makes persons follow it. */
    public MatchReview answer(MatchReview review, boolean same) {
        return session.inTransaction(tx -> new HandDecisions(tx).answer(review, same));
    }

    /**
     * Compares two records by the model of the identity policy, with the weight of each comparison.
     *
     * @throws InvalidException if there is no model
     * @throws dev.clientele.core.error.NotFoundException if there is no such record
     */
    public LinkReason explain(Id<SourceRecord> record, Id<SourceRecord> other) {
        return session.inSnapshot(tx -> {
            MatchPolicy policy = new PolicyStore(tx).read().identity();
            if (policy.model().isEmpty()) {
                throw InvalidException.of(
                        IdentitySettings.TYPE.name(),
                        IdentitySettings.MODEL.name(),
                        "records are compared by a model: train one");
            }
            Repository<SourceRecord> all = tx.repository(SourceRecord.TYPE);
            return policy.explain(
                    LinkableRecord.of(record.value(), all.get(record), policy),
                    LinkableRecord.of(other.value(), all.get(other), policy));
        });
    }

    /** Returns the policy of the purpose of knowing who somebody is, by which persons are stored. */
    public MatchPolicy policy() {
        return policy(MatchPolicy.IDENTITY);
    }

    /** Returns the policy of a purpose; that of identity if the purpose has none of its own. */
    public MatchPolicy policy(String purpose) {
        return session.inSnapshot(tx -> new PolicyStore(tx).read().of(purpose));
    }

    /**
     * Sets the policy of its purpose, for what is decided from now on; {@link #resettle} decides again about what is there. Its model
     * doesn't count: see {@link #train} and {@link #activate}.
     */
    public void setPolicy(MatchPolicy policy) {
        new PolicyStore(session).set(policy);
    }

    /** Returns the rules by which the fields of persons follow from their records. */
    public SurvivorshipRules survivorship() {
        return session.inSnapshot(tx -> new PolicyStore(tx).read().survivorship());
    }

    /** Sets the rules by which the fields of persons follow from their records; {@link #resettle} applies them to all. */
    public void setSurvivorship(SurvivorshipRules rules) {
        new PolicyStore(session).set(rules);
    }

    /** Returns the values that have turned generic and link nobody. */
    public Selection<GenericValue> genericValues() {
        return session.repository(GenericValue.TYPE).all();
    }

    /**
     * Decides again about all records that were decided on by other settings, policies or models, some hundreds to a transaction;
     * records may go on arriving meanwhile. If it breaks off, calling it again goes on.
     *
     * @return how many records were decided on
     */
    public long resettle() {
        return new Resettlement(session).run();
    }

    /**
     * Fits a model to what is stored, to a sample drawn by hash if there is much, and corrects it by what people decided; neither uses it
     * nor changes anybody. {@link IdentityModel#matchesFound} tells if nobody seems to be recorded twice.
     *
     * @param attributes what records are compared by: attributes that systems give by name, and those of a person's fields, see {@link
     *     StatementValues}
     * @throws InvalidException if there are no two records
     */
    public IdentityModel train(List<RecordAttribute> attributes) {
        return new ModelTraining(session).run(attributes);
    }

    /** Returns the attributes that follow from the fields of persons: names, day of birth, e-mail, phone and address. */
    public static List<RecordAttribute> standardAttributes() {
        return ModelTraining.STANDARD;
    }

    /**
     * Notes that what systems said of a person mustn't be used for a purpose any more: links that rest on it dissolve.
     *
     * @param person whose records
     * @param type the name of an identifier type or attribute, or {@code *} for all that is said
     * @param purpose such as {@link MatchPolicy#IDENTITY} or {@code marketing}
     */
    public void withdraw(Id<Person> person, String type, String purpose) {
        session.runInTransaction(tx -> new PurposeWithdrawal(tx).withdraw(person, type, purpose));
    }

    /**
     * Divides the records of a person, and those that have to do with them, by the policy of a purpose: a strict one may find several
     * persons in them, a loose one more records than the person has. Nothing is stored.
     *
     * @return the groups of records, each one person for the purpose, in which a record of the person is
     */
    public List<List<SourceRecord>> clusters(Id<Person> person, String purpose) {
        return session.inSnapshot(tx -> new PersonRecords(tx).clusters(person, purpose));
    }

    /** Stores a model, without using it yet. */
    public IdentityModel add(LinkageModel model) {
        IdentityModel draft =
                IdentityModel.TYPE.newEntity().with(IdentityModel.RECORDS, 0L).with(IdentityModel.LABELS, 0L);
        return session.inTransaction(tx -> new ModelStore(tx).add(draft, model, Map.of()));
    }

    /** Returns the versions of the model, the latest first; {@link #activate} any. */
    public Selection<IdentityModel> models() {
        return session.repository(IdentityModel.TYPE).all().sortedBy(IdentityModel.FITTED_AT, SortDirection.DESCENDING);
    }

    /** Compares two versions of the model by what people decided about the same pairs. */
    public ModelComparison compare(IdentityModel model, IdentityModel other) {
        return session.inSnapshot(tx -> ModelComparison.of(
                new JudgedPairs(tx), new ModelStore(tx).get(model.id()), new ModelStore(tx).get(other.id())));
    }

    /**
     * Tells how far what a source says has moved away from what the model in use was fitted to, an alarm for each attribute.
     *
     * @param source the system
     * @param sinceInclusive from when on its records count as recent, by the time at which it said them
     * @throws InvalidException if there is no model in use, or it was fitted to nothing of the source
     */
    public List<AttributeDrift> drift(String source, Instant sinceInclusive) {
        return session.inSnapshot(tx -> new StoredDrift(tx).of(source, sinceInclusive));
    }

    /** Returns a stored model. */
    public LinkageModel model(Id<IdentityModel> id) {
        return session.inSnapshot(tx -> new ModelStore(tx).get(id));
    }

    /** Compares records by a stored model from now on; {@link #resettle} decides again about what is there. */
    public void activate(IdentityModel model) {
        new PolicyStore(session).activate(model.id());
    }
}
