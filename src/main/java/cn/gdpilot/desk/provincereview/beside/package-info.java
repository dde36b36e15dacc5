/** What the instances of the Department's review that run beside each other have in hand, so that nothing is asked twice. */
package cn.gdpilot.desk.provincereview.beside;
