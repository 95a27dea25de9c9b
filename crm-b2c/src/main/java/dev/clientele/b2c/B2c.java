package dev.clientele.b2c;

import dev.clientele.b2c.identity.GenericValue;
import dev.clientele.b2c.identity.Identity;
import dev.clientele.b2c.identity.IdentityDecision;
import dev.clientele.b2c.identity.IdentityModel;
import dev.clientele.b2c.identity.IdentityModelPart;
import dev.clientele.b2c.identity.IdentityPolicySet;
import dev.clientele.b2c.identity.IdentitySettings;
import dev.clientele.b2c.identity.MatchReview;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.relation.RelationSettings;
import dev.clientele.b2c.identity.relation.Relations;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.b2c.purchase.PendingRefunds;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.b2c.purchase.PurchaseSettings;
import dev.clientele.b2c.purchase.Purchases;
import dev.clientele.b2c.scoring.ActiveCalibration;
import dev.clientele.b2c.scoring.Calibration;
import dev.clientele.b2c.scoring.Scoring;
import dev.clientele.b2c.scoring.ScoringLease;
import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.MergedTimeline;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.MergedIds;
import java.util.Objects;

/**
 * The entry point to selling to consumers.
 *
 * <pre>{@code
 * Crm crm = Crm.on(storage).types(B2c.types()).build();
 * B2c b2c = B2c.in(crm.session(TenantId.of("acme"), Actor.user("alice")));
 * Person ana = b2c.persons().add(Person.named(PersonName.of("Ana", "Silva")));
 * b2c.purchases().record(Purchase.of("shop", "order-1001", ana, Money.of(GBP, 45), when));
 * }</pre>
 *
 * <p>Holds no resources. Thread-safe unless its session comes from within a transaction.
 */
public final class B2c {

    private final CrmSession session;

    private B2c(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns all record and event types of selling to consumers. */
    public static TypeSet types() {
        return TypeSet.of(
                        Person.TYPE,
                        PurchaseSettings.TYPE,
                        PurchaseLedger.TYPE,
                        PendingRefunds.TYPE,
                        Calibration.TYPE,
                        ActiveCalibration.TYPE,
                        ScoringLease.TYPE,
                        SourceRecord.TYPE,
                        IdentitySettings.TYPE,
                        IdentityPolicySet.TYPE,
                        IdentityModel.TYPE,
                        IdentityModelPart.TYPE,
                        IdentityDecision.TYPE,
                        GenericValue.TYPE,
                        MatchReview.TYPE,
                        RelationSettings.TYPE,
                        Merge.TYPE,
                        MergeStep.TYPE)
                .with(Purchase.TYPE)
                .with(Person.TYPE, Purchases.mergeFollower())
                .with(Person.TYPE, Relations.mergeFollower());
    }

    /**
     * Returns the door to what this session's actor may do with this session's tenant; within a transaction, as part of
     * it.
     */
    public static B2c in(CrmSession session) {
        return new B2c(session);
    }

    /** Returns the persons. */
    public Persons persons() {
        return new Persons(session);
    }

    /** Returns the identity of the persons: whom records of many systems are about. */
    public Identity identity() {
        return new Identity(session);
    }

    /** Returns the relations of the persons beside identity: households, employers. */
    public Relations relations() {
        return new Relations(session);
    }

    /** Returns the purchases of the persons. */
    public Purchases purchases() {
        return new Purchases(session);
    }

    /** Returns the scoring of the persons: calibrations, scores and lifetime values. */
    public Scoring scoring() {
        return new Scoring(session);
    }

    /** Returns everything that happened between us and a person, with purchases and refunds on {@link Channel#PURCHASE}. */
    public MergedTimeline timeline(Id<Person> person) {
        return new MergedIds(session)
                .timeline(persons().currentId(person))
                .with(session.eventLog(Purchase.TYPE), Channel.PURCHASE, PurchaseInteractions::of);
    }
}
