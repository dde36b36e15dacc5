package cn.gdpilot.domain.opinion;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.Application;
import java.util.List;
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
                insert into form_answer (at, person, task, task_name, application_id, round_id, unit_id, field, label, answer)
                values (:at, :person, :task, :taskName, :application, :round, :unit, :field, :label, :answer)""")
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
                .update();
    }

    /** Answers about an application and about its unit's list, the earliest first. */
    public List<FormAnswer> of(Application application) {
        return jdbc.sql("""
                select at, person, task, task_name, field, label, answer from form_answer
                where application_id = :id or round_id = :round and unit_id = :unit order by id""")
                .param("id", application.id())
                .param("round", application.roundId())
                .param("unit", application.unitId())
                .query(FormAnswer.class)
                .list();
    }
}
