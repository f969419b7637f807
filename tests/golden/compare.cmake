# Scores the golden snapshots with the command line and compares the bytes.
# cmake -DPLUMB=… -DDIR=tests/golden -DOUT=… -P compare.cmake
execute_process(COMMAND ${PLUMB} score --details --jobs 2 ${DIR}/snapshots.jsonl OUTPUT_FILE ${OUT} RESULT_VARIABLE code)
if(NOT code EQUAL 1)
  message(FATAL_ERROR "Three golden snapshots are refused, so plumb must exit with 1, not ${code}.")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${OUT} ${DIR}/reports.jsonl RESULT_VARIABLE differ)
if(differ)
  # A report is one line of some kilobytes: its beginning tells which one differs.
  execute_process(COMMAND diff ${DIR}/reports.jsonl ${OUT} COMMAND cut -c 1-240 COMMAND head -n 12)
  message(FATAL_ERROR "The reports differ from ${DIR}/reports.jsonl.")
endif()
