package dev.clientele.examples.benchmarks.imports;

import dev.clientele.b2b.account.Contact;
import dev.clientele.core.CrmSession;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.ContactPoints;
import java.io.Reader;
import java.util.List;

/** Contacts with name, title, e-mail address and phone number. */
final class ContactFile implements ImportedFile {

    private static final CsvImport<Contact> PLAN = CsvImport.of(Contact.TYPE)
            .column("Record ID", Contact.EXTERNAL_ID)
            .column("Name", Contact.NAME)
            .column("Job title", Contact.JOB_TITLE)
            .elements(
                    "E-mail",
                    Contact.CONTACT_POINTS,
                    cell -> List.of(ContactPoint.email(cell)),
                    point -> point.kind() == ContactPointKind.EMAIL)
            .elements(
                    "Phone",
                    Contact.CONTACT_POINTS,
                    cell -> List.of(ContactPoint.phone(cell)),
                    point -> point.kind() == ContactPointKind.PHONE)
            .matchBy(Contact.EXTERNAL_ID);

    @Override
    public String rows() {
        return "contacts";
    }

    @Override
    public String header() {
        return "Record ID,Name,Job title,E-mail,Phone";
    }

    @Override
    public String row(int number) {
        int fault = isBad(number) ? fault(number, 5) : -1;
        return id(number) + ","
                + (fault == 0 ? "" : fault == 1 ? "\"Ann\" Smith" : '"' + name(number) + '"') + ","
                + '"' + title(number) + "\","
                + (fault == 2 ? "nobody at example" : email(number)) + ","
                + (fault == 3 ? "ask" : phone(number))
                + (fault == 4 ? ",too,many" : "");
    }

    private static String id(int number) {
        return "C-" + number;
    }

    private static String name(int number) {
        return "Smith, Ann " + number;
    }

    private static String title(int number) {
        return "Head of Sales, Region " + number % 97;
    }

    private static String email(int number) {
        return "ann." + number + "@example.com";
    }

    private static String phone(int number) {
        return "+4420" + (10_000_000 + number);
    }

    @Override
    public void prepare(CrmSession session) {
        // contacts rest on nothing
    }

    @Override
    public ImportReport run(CrmSession session, Reader text, boolean dry) {
        return (dry ? PLAN.dryRun() : PLAN).run(session, text);
    }

    @Override
    public void store(CrmSession session, List<Integer> numbers) {
        session.repository(Contact.TYPE)
                .addAll(numbers.stream().map(ContactFile::contact).toList());
    }

    private static Contact contact(int number) {
        return Contact.named(name(number))
                .with(Contact.EXTERNAL_ID, id(number))
                .with(Contact.JOB_TITLE, title(number))
                .withContactPoints(new ContactPoints(
                        List.of(ContactPoint.email(email(number)), ContactPoint.phone(phone(number)))));
    }

    @Override
    public long count(CrmSession session) {
        return session.repository(Contact.TYPE).all().count();
    }
}
