package dev.clientele.b2c;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.testing.DatabaseKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ana, known as 17 in the shop and T-17 at the till, into whom a twin was merged, known as 18 and T-18, whose till ids she didn't take. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
public abstract class TwoMergedPersons {

    @Parameter
    DatabaseKind database;

    @TempDir
    Path folder;

    private Storage storage;
    protected CrmSession session;
    protected Person ana;
    protected Person twin;
    protected Merge merge;

    @BeforeEach
    void merge_two() {
        storage = database.open(folder);
        session = Crm.on(storage)
                .types(B2c.types())
                .types(TypeSet.of(Merge.TYPE, MergeStep.TYPE))
                .build()
                .session(TenantId.of("acme"), Actor.user("alice"));
        ana = add("Ana", "17", "L-1");
        twin = add("Ana S.", "18", "L-2");
        merge = new Merges(session)
                .merge(
                        Person.TYPE,
                        ana,
                        twin,
                        SurvivorshipRule.<Person>standard().keepSurvivor(Person.EXTERNAL_IDS));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Person add(String name, String shopId, String loyaltyNumber) {
        return B2c.in(session)
                .persons()
                .add(Person.named(PersonName.of(name))
                        .from("shop", shopId)
                        .withExternalId("till", "T-" + shopId)
                        .with(Person.LOYALTY_NUMBER, loyaltyNumber));
    }
}
