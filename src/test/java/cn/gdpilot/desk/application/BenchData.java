package cn.gdpilot.desk.application;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Applicants and applications by the thousand, written by the database itself. */
final class BenchData {

    static final String PASSWORD = "Testing-123";

    private static final String CITIES =
            "(array['city-440400','city-440500','city-440600','city-440700','city-440800','city-440900','city-441200','city-441300'])[1 + i % 8]";

    private final JdbcClient jdbc;
    private final String round;
    private final String passwordHash;

    BenchData(BenchApplication application) {
        this.jdbc = application.jdbc();
        this.round = application.round();
        this.passwordHash = application.bean(PasswordEncoder.class).encode(PASSWORD);
    }

    /** The number of application i, counted from 1. */
    static String number(int i) {
        return "GD-B%07d".formatted(i);
    }

    /** Applicants, each with an account of its own. */
    void applicants(int first, int last) {
        run("""
                insert into applicant (credit_code, name, applicant_type, city, contact_name, contact_phone, contact_email, created_at)
                select 'B' || lpad(i::text, 17, '0'), '测试单位' || i, 'INDUSTRIAL', '广州市', '联系人', '020-12345678', 'bench' || i || '@example.org', now()
                from generate_series(%d, %d) i""".formatted(first, last));
        run("""
                insert into applicant_account (username, applicant_id, password_hash, created_at)
                select 'bench-' || i, a.id, '%s', now() from generate_series(%d, %d) i
                join applicant a on a.credit_code = 'B' || lpad(i::text, 17, '0')""".formatted(passwordHash, first, last));
    }

    /**
     * Applications, complete and with all materials.
     *
     * @param applicant number of application i's applicant, in SQL
     * @param state     state of application i, in SQL
     * @param unit      unit of application i, in SQL; null = spread over the cities
     */
    void applications(int first, int last, String applicant, String state, String unit) {
        run("""
                insert into application (id, round_id, applicant_id, unit_id, channel, state, version, submissions, project_name, direction, category, summary,
                  registered_in, legal_person, major_accident, commitment_letter, built, innovation_project,
                  demonstration_base, innovation_accepted, revolutionary_area, marked_effect, contact_name, contact_phone, contact_email, created_at, submitted_at)
                select 'GD-B' || lpad(i::text, 7, '0'), '%s', a.id, %s, 'CITY', s.state, 1, case when s.state = 'DRAFT' then 0 else 1 end,
                  '第' || i || '号数字化车间', 'T01', '新技术类', '测试项目', 'GD', true, false, true, true, 'NONE',
                  i %% 2 = 0, false, i %% 3 = 0, false, '联系人', '020-12345678', 'bench@example.org', now(), case when s.state = 'DRAFT' then null else now() end
                from generate_series(%d, %d) i
                join applicant a on a.credit_code = 'B' || lpad((%s)::text, 17, '0')
                cross join lateral (select %s as state) s""".formatted(round, unit == null ? CITIES : unit, first, last, applicant, state));
        String these = "from generate_series(%d, %d) i join application a on a.id = 'GD-B' || lpad(i::text, 7, '0')"
                .formatted(first, last);
        run("""
                insert into material (application_id, kind, name, format, size_bytes, sha256, video_seconds, uploaded_at, place)
                select a.id, f.kind, f.name, f.format, 100000, md5(a.id || f.name) || md5(f.name), case when f.kind = 'VIDEO' then 330 end, now(), 1 %s
                cross join (values ('APPLICATION_FORM', 'form.pdf', 'pdf'), ('VIDEO', 'video.mp4', 'mp4'), ('AUDIT_REPORT', '1.pdf', 'pdf'),
                  ('AUDIT_REPORT', '2.pdf', 'pdf'), ('AUDIT_REPORT', '3.pdf', 'pdf'), ('COMMITMENT_LETTER', 'letter.pdf', 'pdf'),
                  ('TRUTH_STATEMENT', 'truth.pdf', 'pdf'), ('INDEX', 'index.docx', 'docx'), ('EVIDENCE', 'evidence.pdf', 'pdf')) as f (kind, name, format)""".formatted(these));
        run("""
                insert into application_event (application_id, at, actor, office, from_state, to_state)
                select a.id, now(), 'bench', null, s.before, s.after %s
                cross join (values (null, 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'ACCEPTED'), ('ACCEPTED', 'RANKED')) as s (before, after)
                where a.state <> 'DRAFT' or s.before is null""".formatted(these));
        run("""
                insert into receipt (number, chain_no, application_id, version, arrived_at, content_hash, previous_hash, hash)
                select 'HZ-B' || i, 1000000000 + i, a.id, 1, now(), md5(a.id) || md5(a.id), md5(a.id) || md5(a.id), md5(a.id) || md5(a.id) %s
                where a.state <> 'DRAFT'""".formatted(these));
        run("""
                insert into finding (application_id, version, line, rule, verdict, message, source)
                select a.id, 1, n, 'R2.3', 'REFER', '尚未查询信用记录，由推荐单位核查后再受理。', 'applicant-eligibility v1' %s
                cross join generate_series(0, 1) n where a.state <> 'DRAFT'""".formatted(these));
    }

    void run(String sql) {
        jdbc.sql(sql).update();
    }
}
