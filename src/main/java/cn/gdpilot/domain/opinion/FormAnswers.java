package cn.gdpilot.domain.opinion;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.Application;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers of forms that no step takes up: to be read, never to be decided by. */
@Repository
public class FormAnswers {

    private final JdbcClient jdbc;

    FormAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an answer. */
    public void keep(CaseKey about, FormAnswer given) {
        jdbc.sql("""
                insert into form_answer (at, person, task, task_name, application_id, round_id, unit_id, field, label, answer, given)
                values (:at, :person, :task, :taskName, :application, :round, :unit, :field, :label, :answer, :given)""")
                .param("at", PilotClock.timestamp(given.at()))
                .param("person", given.person())
                .param("task", given.task())
                .param("taskName", given.taskName())
                .param("application", about.applicationId())
                .param("round", about.roundId())
                .param("unit", about.unitId())
                .param("field", given.field())
                .param("label", given.label())
                .param("answer", given.answer())
                .param("given", given.given())
                .update();
    }

    /** Newest answers that were given about an application at a task since then, by field, as they were sent. */
    public Map<String, String> since(String applicationId, String task, Instant moment) {
        Map<String, String> answers = new HashMap<>();
        jdbc.sql("""
                select field, given from form_answer
                where application_id = :id and task = :task and at >= :moment order by id""")
                .param("id", applicationId)
                .param("task", task)
                .param("moment", PilotClock.timestamp(moment))
                .query(row -> {
                    answers.put(row.getString("field"), row.getString("given"));
                });
        return answers;
    }

    /** Answers about an application and about the lists of those units in its round, the earliest first; what was left empty stays out. */
    public List<FormAnswer> of(Application application, Collection<String> units) {
        return jdbc.sql("""
                select at, person, task, task_name, field, label, answer, given from form_answer
                where (application_id = :id or round_id = :round and unit_id in (:units)) and answer <> '' order by id""")
                .param("id", application.id())
                .param("round", application.roundId())
                .param("units", units)
                .query(FormAnswer.class)
                .list();
    }
}
