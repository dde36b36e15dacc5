package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The offices. Read from the reference lists at start; an office's mailbox, once set, is kept. */
@Repository
public class Units implements InitializingBean {

    private final JdbcClient jdbc;
    private final ReferenceFiles files;
    private final String mailDomain;

    Units(JdbcClient jdbc, ReferenceFiles files, @Value("${pilot.mail.unit-domain}") String mailDomain) {
        this.jdbc = jdbc;
        this.files = files;
        this.mailDomain = mailDomain;
    }

    @Override
    public void afterPropertiesSet() {
        Stream.of("units.csv", "central-enterprises.csv", "ministry.csv")
                .flatMap(list -> files.rows(list).stream())
                .forEach(this::save);
    }

    private void save(CSVRecord row) {
        int known = jdbc.sql(
                        "update org_unit set type = :type, code = :code, name = :name, city = :city, region = :region where id = :id")
                .params(row.toMap())
                .param("id", row.get("unit"))
                .update();
        if (known == 0) {
            jdbc.sql(
                            "insert into org_unit (id, type, code, name, city, region, email) values (:id, :type, :code, :name, :city, :region, :email)")
                    .params(row.toMap())
                    .param("id", row.get("unit"))
                    .param("email", row.get("unit") + "@" + mailDomain)
                    .update();
        }
    }

    /** Every office, in the order of the lists' ids. */
    public List<Unit> all() {
        return jdbc.sql("select * from org_unit order by id").query(Unit.class).list();
    }

    /** Every office by its id, for whoever asks for many. */
    public Map<String, Unit> byId() {
        return all().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    public Optional<Unit> find(String id) {
        return jdbc.sql("select * from org_unit where id = :id")
                .param("id", id)
                .query(Unit.class)
                .optional();
    }

    /**
     * The office of that id.
     *
     * @throws Refusal if there is none
     */
    public Unit get(String id) {
        return find(id).orElseThrow(() -> Refusal.byRule("R3.1", "unit.unknown", id));
    }

    /** The offices that take applications: cities, Shenzhen, the CA, central enterprises. */
    public List<Unit> takingApplications() {
        return all().stream().filter(unit -> unit.type().takesApplications()).toList();
    }
}
