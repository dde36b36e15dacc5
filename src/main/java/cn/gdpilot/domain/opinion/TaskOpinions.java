package cn.gdpilot.domain.opinion;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.Application;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Opinions given at tasks that a designer has drawn, about an application or about a list on which it stands. */
@Repository
public class TaskOpinions {

    private final JdbcClient jdbc;

    TaskOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an opinion. */
    public void keep(CaseKey about, TaskOpinion opinion) {
        jdbc.sql("""
                insert into task_opinion (at, person, group_id, group_name, task, task_name, application_id, round_id, unit_id, outcome, grounds)
                values (:at, :person, :group, :groupName, :task, :taskName, :application, :round, :unit, :outcome, :grounds)""")
                .param("at", PilotClock.timestamp(opinion.at()))
                .param("person", opinion.person())
                .param("group", opinion.groupId())
                .param("groupName", opinion.groupName())
                .param("task", opinion.task())
                .param("taskName", opinion.taskName())
                .param("application", about.applicationId())
                .param("round", about.roundId())
                .param("unit", about.unitId())
                .param("outcome", opinion.outcome())
                .param("grounds", opinion.grounds())
                .update();
    }

    /** Opinions about an application and about the lists of those units in its round, the earliest first. */
    public List<TaskOpinion> of(Application application, Collection<String> units) {
        return jdbc.sql("""
                select at, person, group_id, group_name, task, task_name, outcome, grounds from task_opinion
                where application_id = :id or round_id = :round and unit_id in (:units) order by id""")
                .param("id", application.id())
                .param("round", application.roundId())
                .param("units", units)
                .query(TaskOpinion.class)
                .list();
    }
}
