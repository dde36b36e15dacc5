package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Reachable;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pool of experts. Nobody is deleted, since their scores stay; who is not asked any more is inactive. */
@Repository
public class Experts {

    private final JdbcClient jdbc;

    Experts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody in the pool, in the order of accounts. */
    public List<Expert> all() {
        return jdbc.sql("select * from expert order by account")
                .query(Expert.class)
                .list();
    }

    public Optional<Expert> find(String account) {
        return jdbc.sql("select * from expert where account = :account")
                .param("account", account)
                .query(Expert.class)
                .optional();
    }

    /**
     * Enters an expert, or writes down what has changed.
     *
     * @throws Refusal if a name, the employer's code, the mail address or the fields are not as they must be
     */
    public void enter(Expert expert) {
        checkShape(expert);
        int known = write("""
                update expert set name = :name, employer = :employer, employer_code = :employerCode, city = :city,
                  email = :email, fields = :fields, interests = :interests, active = :active where account = :account""", expert);
        if (known == 0) {
            write("""
                    insert into expert (account, name, employer, employer_code, city, email, fields, interests, active)
                    values (:account, :name, :employer, :employerCode, :city, :email, :fields, :interests, :active)""", expert);
        }
    }

    private int write(String sql, Expert expert) {
        return jdbc.sql(sql).paramSource(expert).update();
    }

    private static void checkShape(Expert expert) {
        PlainName.check("expertName", expert.name());
        PlainName.check("employer", expert.employer());
        if (expert.employerCode() != null) {
            CreditCode.parse(expert.employerCode());
        }
        if (!expert.account().matches("[A-Za-z0-9][\\w.-]{0,63}")) {
            throw Refusal.invalid("expert.account");
        }
        if (TextLimit.PERSON.exceededBy(expert.name()) || TextLimit.CITY.exceededBy(expert.city())) {
            throw Refusal.invalid("expert.long");
        }
        Reachable.mailbox(expert.email());
        if (Words.none(expert.fields()) || TextLimit.FIELDS.exceededBy(expert.fields())) {
            throw Refusal.invalid("expert.fields");
        }
        if (TextLimit.INTERESTS.exceededBy(expert.interests())) {
            throw Refusal.invalid("guard.answer-long", TextLimit.INTERESTS.length());
        }
    }
}
