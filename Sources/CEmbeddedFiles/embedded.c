#include "CEmbeddedFiles.h"

#include <string.h>

// #embed is C23; clang has it in every C mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define END , 0

static const unsigned char train_start_input[] = {
#embed "../../schemas/train_start.input.json"
    END};
static const unsigned char train_start_output[] = {
#embed "../../schemas/train_start.output.json"
    END};
static const unsigned char train_status_input[] = {
#embed "../../schemas/train_status.input.json"
    END};
static const unsigned char train_status_output[] = {
#embed "../../schemas/train_status.output.json"
    END};
static const unsigned char schedule_create_input[] = {
#embed "../../schemas/schedule_create.input.json"
    END};
static const unsigned char schedule_create_output[] = {
#embed "../../schemas/schedule_create.output.json"
    END};
static const unsigned char schedule_list_input[] = {
#embed "../../schemas/schedule_list.input.json"
    END};
static const unsigned char schedule_list_output[] = {
#embed "../../schemas/schedule_list.output.json"
    END};
static const unsigned char schedule_update_input[] = {
#embed "../../schemas/schedule_update.input.json"
    END};
static const unsigned char schedule_update_output[] = {
#embed "../../schemas/schedule_update.output.json"
    END};
static const unsigned char schedule_delete_input[] = {
#embed "../../schemas/schedule_delete.input.json"
    END};
static const unsigned char schedule_delete_output[] = {
#embed "../../schemas/schedule_delete.output.json"
    END};
static const unsigned char schedule_pause_input[] = {
#embed "../../schemas/schedule_pause.input.json"
    END};
static const unsigned char schedule_pause_output[] = {
#embed "../../schemas/schedule_pause.output.json"
    END};
static const unsigned char schedule_resume_input[] = {
#embed "../../schemas/schedule_resume.input.json"
    END};
static const unsigned char schedule_resume_output[] = {
#embed "../../schemas/schedule_resume.output.json"
    END};
static const unsigned char schedule_history_input[] = {
#embed "../../schemas/schedule_history.input.json"
    END};
static const unsigned char schedule_history_output[] = {
#embed "../../schemas/schedule_history.output.json"
    END};
static const unsigned char schedule_preview_input[] = {
#embed "../../schemas/schedule_preview.input.json"
    END};
static const unsigned char schedule_preview_output[] = {
#embed "../../schemas/schedule_preview.output.json"
    END};
static const unsigned char server_instructions[] = {
#embed "../../prompts/server_instructions.md"
    END};
static const unsigned char start_training[] = {
#embed "../../prompts/start_training.md"
    END};
static const unsigned char watch_trainings[] = {
#embed "../../prompts/watch_trainings.md"
    END};
static const unsigned char explain_failure[] = {
#embed "../../prompts/explain_failure.md"
    END};
static const unsigned char report_run[] = {
#embed "../../prompts/report_run.md"
    END};
static const unsigned char plan_schedule[] = {
#embed "../../prompts/plan_schedule.md"
    END};
static const unsigned char icon[] = {
#embed "../../assets/icon.png"
    END};
static const unsigned char iris[] = {
#embed "../../fixtures/data/iris.csv"
    END};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof(bytes) - 1}

static const struct sb_file files[] = {
    FILE_ENTRY("schemas/train_start.input.json", train_start_input),
    FILE_ENTRY("schemas/train_start.output.json", train_start_output),
    FILE_ENTRY("schemas/train_status.input.json", train_status_input),
    FILE_ENTRY("schemas/train_status.output.json", train_status_output),
    FILE_ENTRY("schemas/schedule_create.input.json", schedule_create_input),
    FILE_ENTRY("schemas/schedule_create.output.json", schedule_create_output),
    FILE_ENTRY("schemas/schedule_list.input.json", schedule_list_input),
    FILE_ENTRY("schemas/schedule_list.output.json", schedule_list_output),
    FILE_ENTRY("schemas/schedule_update.input.json", schedule_update_input),
    FILE_ENTRY("schemas/schedule_update.output.json", schedule_update_output),
    FILE_ENTRY("schemas/schedule_delete.input.json", schedule_delete_input),
    FILE_ENTRY("schemas/schedule_delete.output.json", schedule_delete_output),
    FILE_ENTRY("schemas/schedule_pause.input.json", schedule_pause_input),
    FILE_ENTRY("schemas/schedule_pause.output.json", schedule_pause_output),
    FILE_ENTRY("schemas/schedule_resume.input.json", schedule_resume_input),
    FILE_ENTRY("schemas/schedule_resume.output.json", schedule_resume_output),
    FILE_ENTRY("schemas/schedule_history.input.json", schedule_history_input),
    FILE_ENTRY("schemas/schedule_history.output.json", schedule_history_output),
    FILE_ENTRY("schemas/schedule_preview.input.json", schedule_preview_input),
    FILE_ENTRY("schemas/schedule_preview.output.json", schedule_preview_output),
    FILE_ENTRY("prompts/server_instructions.md", server_instructions),
    FILE_ENTRY("prompts/start_training.md", start_training),
    FILE_ENTRY("prompts/watch_trainings.md", watch_trainings),
    FILE_ENTRY("prompts/explain_failure.md", explain_failure),
    FILE_ENTRY("prompts/report_run.md", report_run),
    FILE_ENTRY("prompts/plan_schedule.md", plan_schedule),
    FILE_ENTRY("assets/icon.png", icon),
    FILE_ENTRY("fixtures/data/iris.csv", iris),
};

const struct sb_file *sb_embedded_file(const char *name) {
  for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
    if (strcmp(files[index].name, name) == 0) return &files[index];
  }
  return NULL;
}
