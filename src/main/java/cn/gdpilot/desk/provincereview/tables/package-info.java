/** The tables that a review asks for each project and each pair: their facts, and what follows where no person is needed. */
package cn.gdpilot.desk.provincereview.tables;
