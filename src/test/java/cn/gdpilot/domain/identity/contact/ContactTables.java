package cn.gdpilot.domain.identity.contact;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.OfficeGroups;
import cn.gdpilot.domain.identity.UnitList;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The offices' tables in a database of their own, emptied for each test and filled from lists in a folder as at a start. */
final class ContactTables {

    static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    static final String HEAD = "unit,type,code,name,city,region,email,lead_email,contacts,telephones,address,mailbox\n";

    private static final JdbcClient JDBC = JdbcClient.create(migrated());

    private final PilotClock clock = mock(PilotClock.class);
    private final Path folder;
    final UnitContacts contacts = new UnitContacts(JDBC);
    final ContactChanges changes = new ContactChanges(JDBC, clock);
    final RecordBook book = mock(RecordBook.class);
    Units units;
    private ContactList lists;

    ContactTables(Path folder) {
        this.folder = folder;
        when(clock.now()).thenReturn(NOW);
        for (String table : List.of("unit_contact_change", "unit_contact", "org_unit")) {
            JDBC.sql("delete from " + table).update();
        }
        list("central-enterprises.csv", "");
        list("ministry.csv", "");
    }

    /** Writes units.csv with these lines below the head. */
    void units(String... lines) {
        list("units.csv", String.join("\n", lines));
    }

    /** What a start of the application does with the lists. */
    void start() {
        UnitList list = new UnitList(new ReferenceFiles(folder));
        units = new Units(JDBC, list);
        units.afterPropertiesSet();
        lists = new ContactList(list, contacts, new ContactRecord(book), units);
        lists.afterPropertiesSet();
    }

    /** What the Department's "read the lists again" does. */
    void readAgain() {
        new OfficeLists(units, mock(OfficeGroups.class), lists).read();
    }

    ContactDesk desk() {
        return new ContactDesk(units, contacts, changes, new ContactRecord(book), clock);
    }

    private void list(String name, String lines) {
        try {
            Files.writeString(folder.resolve(name), HEAD + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once for all tests: the migrations take seconds. */
    private static SingleConnectionDataSource migrated() {
        SingleConnectionDataSource database =
                new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
        Flyway.configure()
                .dataSource(database)
                .outOfOrder(true)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        return database;
    }
}
