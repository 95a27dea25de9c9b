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
import org.jspecify.annotations.Nullable;

/** The policies of a tenant as they are stored. */
final class PolicyStore {

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

    private Optional<IdentitySettings> stored() {
        return session.repository(IdentitySettings.TYPE).find(IdentitySettings.singletonId());
    }

    private Policies read(Optional<IdentitySettings> stored) {
        LinkageModel model = stored.flatMap(settings -> settings.find(IdentitySettings.MODEL))
                .map(id -> new ModelStore(session).get(id))
                .orElse(null);
        List<MatchPolicy> policies = new ArrayList<>();
        stored.map(IdentitySettings::policies).orElse(List.of()).forEach(data -> policies.add(data.with(model)));
        return new Policies(
                stored.map(IdentitySettings::version).orElse(0L),
                policies,
                model,
                stored.flatMap(settings -> settings.find(IdentitySettings.SURVIVORSHIP))
                        .orElseGet(SurvivorshipRules::standard));
    }

    void set(MatchPolicy policy) {
        session.runInTransaction(tx -> {
            List<PolicyData> policies = new ArrayList<>();
            Repository<IdentitySettings> all = tx.repository(IdentitySettings.TYPE);
            IdentitySettings settings = all.find(IdentitySettings.singletonId()).orElseGet(IdentitySettings::create);
            settings.policies().stream()
                    .filter(other -> !other.purpose().equals(policy.purpose()))
                    .forEach(policies::add);
            policies.add(PolicyData.of(policy));
            store(all, settings.with(IdentitySettings.POLICIES, policies));
        });
    }

    void set(SurvivorshipRules rules) {
        session.runInTransaction(tx -> {
            Repository<IdentitySettings> all = tx.repository(IdentitySettings.TYPE);
            store(all, settings(all).with(IdentitySettings.SURVIVORSHIP, rules));
        });
    }

    void activate(@Nullable Id<IdentityModel> model) {
        session.runInTransaction(tx -> {
            Repository<IdentitySettings> all = tx.repository(IdentitySettings.TYPE);
            store(all, settings(all).with(IdentitySettings.MODEL, model));
        });
    }

    private static IdentitySettings settings(Repository<IdentitySettings> all) {
        return all.find(IdentitySettings.singletonId())
                .orElseGet(() -> IdentitySettings.create()
                        .with(IdentitySettings.POLICIES, List.of(PolicyData.of(MatchPolicy.standard()))));
    }

    private static void store(Repository<IdentitySettings> all, IdentitySettings settings) {
        if (settings.isNew()) {
            all.add(settings);
        } else {
            all.save(settings);
        }
    }
}
