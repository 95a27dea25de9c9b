package dev.clientele.examples.benchmarks.orm;

import dev.clientele.examples.benchmarks.account.AccountRow;
import dev.clientele.examples.benchmarks.account.AccountStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** An account as Hibernate likes it: columns for everything, the same keys and indexes as the library's table. */
@Entity
@Audited
@Table(
        name = "account",
        uniqueConstraints = @UniqueConstraint(columnNames = {"tenant", "number"}),
        indexes = {
            @Index(columnList = "tenant, industry, id"),
            @Index(columnList = "tenant, country, id"),
            @Index(columnList = "tenant, owner, id")
        })
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AuditedAccount {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    @Version
    private long version;

    @Column(nullable = false)
    private String tenant;

    @Column(nullable = false, columnDefinition = "text")
    private String name;

    @Column(nullable = false, columnDefinition = "text")
    private String nameFolded;

    @Column(nullable = false, columnDefinition = "text")
    private String number;

    @Column(columnDefinition = "text")
    private String industry;

    @Column(columnDefinition = "text")
    private String country;

    @Column(columnDefinition = "text")
    private String city;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "text")
    private AccountStatus status;

    @Column(columnDefinition = "text")
    private String owner;

    private long employees;

    @Column(precision = 18, scale = 4)
    private BigDecimal revenue;

    @Column(columnDefinition = "text")
    private String revenueCurrency;

    private LocalDate since;
    private Instant lastContact;

    @Column(columnDefinition = "text")
    private String description;

    /** For Hibernate. */
    AuditedAccount() {}

    AuditedAccount(String tenant, AccountRow row) {
        this.tenant = tenant;
        this.name = row.name();
        this.nameFolded = row.name().toLowerCase(Locale.ROOT);
        this.number = row.number();
        this.industry = row.industry();
        this.country = row.country();
        this.city = row.city();
        this.status = row.status();
        this.owner = row.owner();
        this.employees = row.employees();
        this.revenue = row.revenue();
        this.revenueCurrency = row.currency();
        this.since = row.since();
        this.lastContact = row.lastContact();
        this.description = row.description();
    }

    @Nullable
    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String owner() {
        return owner;
    }

    long employees() {
        return employees;
    }

    String description() {
        return description;
    }

    void contacted(String newOwner, Instant at) {
        owner = newOwner;
        employees++;
        lastContact = at;
    }
}
