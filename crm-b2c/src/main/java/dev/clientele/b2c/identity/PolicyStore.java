package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.survivorship.SurvivorshipRules;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The policies of a tenant as they are stored. */
final class PolicyStore {

    private static final UUID NONE = new UUID(0, 0);

    private final CrmSession session;

    PolicyStore(CrmSession session) {
        this.session = session;
    }

    /** Returns the policies on which a transaction decides: nobody changes them before it commits. */
    Policies rely() {
        Optional<IdentitySettings> stored = stored();
        stored.ifPresent(session::rely);
        return read(stored);
    }

    Policies read() {
        return read(stored());
    }

    /** Returns the model in use. */
    Optional<Id<IdentityModel>> model() {
        return stored().flatMap(settings -> settings.find(IdentitySettings.MODEL));
    }

    private Optional<IdentitySettings> stored() {
        return session.repository(IdentitySettings.TYPE).find(IdentitySettings.singletonId());
    }

    /** Policy sets and models never change: what was made of them is kept. */
    private Policies read(Optional<IdentitySettings> stored) {
        Optional<Id<IdentityPolicySet>> set = stored.flatMap(settings -> settings.find(IdentitySettings.POLICY_SET));
        Optional<Id<IdentityModel>> model = stored.flatMap(settings -> settings.find(IdentitySettings.MODEL));
        UUID one = set.map(Id::value).orElse(NONE);
        UUID other = model.map(Id::value).orElse(NONE);
        UUID both = new UUID(
                one.getMostSignificantBits() ^ Long.rotateLeft(other.getMostSignificantBits(), 1),
                one.getLeastSignificantBits() ^ Long.rotateLeft(other.getLeastSignificantBits(), 1));
        Policies kept = session.keep(Policies.class, Id.of(both), () -> make(set, model));
        return kept.at(stored.map(IdentitySettings::version).orElse(0L));
    }

    private Policies make(Optional<Id<IdentityPolicySet>> set, Optional<Id<IdentityModel>> fitted) {
        LinkageModel model = fitted.map(id -> new ModelStore(session).get(id)).orElse(null);
        Optional<IdentityPolicySet> stored =
                set.map(id -> session.repository(IdentityPolicySet.TYPE).get(id));
        List<MatchPolicy> policies = new ArrayList<>();
        stored.map(IdentityPolicySet::policies).orElse(List.of()).forEach(data -> policies.add(data.with(model)));
        return new Policies(
                0,
                Policies.withIdentity(policies, model),
                model,
                stored.map(IdentityPolicySet::survivorship).orElseGet(SurvivorshipRules::standard));
    }

    void set(MatchPolicy policy) {
        change(before -> {
            List<PolicyData> policies = new ArrayList<>();
            before.policies().stream()
                    .filter(other -> !other.purpose().equals(policy.purpose()))
                    .forEach(policies::add);
            policies.add(PolicyData.of(policy));
            return before.with(IdentityPolicySet.POLICIES, policies);
        });
    }

    void set(SurvivorshipRules rules) {
        change(before -> before.with(IdentityPolicySet.SURVIVORSHIP, rules));
    }

    private void change(UnaryOperator<IdentityPolicySet> change) {
        session.runInTransaction(tx -> {
            Repository<IdentitySettings> all = tx.repository(IdentitySettings.TYPE);
            Repository<IdentityPolicySet> sets = tx.repository(IdentityPolicySet.TYPE);
            IdentitySettings settings = settings(all);
            IdentityPolicySet blank = IdentityPolicySet.TYPE.newEntity();
            IdentityPolicySet draft = settings.find(IdentitySettings.POLICY_SET)
                    .map(sets::get)
                    .map(before -> blank.with(IdentityPolicySet.POLICIES, before.get(IdentityPolicySet.POLICIES))
                            .with(IdentityPolicySet.SURVIVORSHIP, before.get(IdentityPolicySet.SURVIVORSHIP)))
                    .orElse(blank);
            IdentityPolicySet added = sets.add(change.apply(draft));
            store(all, settings.with(IdentitySettings.POLICY_SET, added.id()));
        });
    }

    void activate(@Nullable Id<IdentityModel> model) {
        session.runInTransaction(tx -> {
            Repository<IdentitySettings> all = tx.repository(IdentitySettings.TYPE);
            store(all, settings(all).with(IdentitySettings.MODEL, model));
        });
    }

    private static IdentitySettings settings(Repository<IdentitySettings> all) {
        return all.find(IdentitySettings.singletonId()).orElseGet(IdentitySettings::create);
    }

    private static void store(Repository<IdentitySettings> all, IdentitySettings settings) {
        if (settings.isNew()) {
            all.add(settings);
        } else {
            all.save(settings);
        }
    }
}
